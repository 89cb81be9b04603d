package org.trabecula.study.dataset;

import java.util.List;
import java.util.function.Predicate;
import org.trabecula.study.conduct.Allocation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.participant.Membership;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Protocol;

/**
 * How people came into the analysis set, step by step, each with everybody who reached it (STROBE statement, item 13).
 *
 * @param declined among the invited
 * @param noArm operated on, but without a study cage of one arm at the lowest fused segment
 */
public record Flow(
        List<ParticipantId> screened,
        List<ParticipantId> planned,
        List<ParticipantId> invited,
        List<ParticipantId> declined,
        List<ParticipantId> consented,
        List<ParticipantId> operated,
        List<ParticipantId> noArm,
        List<ParticipantId> transcribed) {

    static Flow of(Register register, Protocol protocol) {
        List<Casebook> all = register.casebooks();
        return new Flow(
                members(all, m -> m.screened().isPresent()),
                members(all, m -> m.plan().isPresent()),
                members(all, m -> m.invited().isPresent()),
                members(all, m -> m.declined().isPresent()),
                members(all, m -> m.consent().isPresent()),
                ids(all, casebook -> casebook.surgery().isPresent()),
                ids(
                        all,
                        casebook -> casebook.surgery().isPresent()
                                && Allocation.of(casebook, protocol).assigned().isEmpty()),
                members(all, m -> m.transcribed().isPresent()));
    }

    private static List<ParticipantId> members(List<Casebook> all, Predicate<Membership> which) {
        return ids(all, casebook -> which.test(casebook.membership()));
    }

    private static List<ParticipantId> ids(List<Casebook> all, Predicate<Casebook> which) {
        return all.stream().filter(which).map(Casebook::id).toList();
    }
}
