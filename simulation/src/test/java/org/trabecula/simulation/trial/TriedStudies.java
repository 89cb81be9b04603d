package org.trabecula.simulation.trial;

import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Complaints;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Protocol;

/** Virtual studies of 90 as plans are tried on, for those who want to compare. */
public record TriedStudies(List<Shown> members) {
    /** One participant: who he is, which cage he has, and what he said before surgery. */
    public record Shown(Participant one, boolean titanium, Complaints.Said before, Visits visits) {}

    /** What his visits tell. */
    @FunctionalInterface
    public interface Visits {
        /** 1 or 0; below 0 when it is not known. */
        int tell(Endpoint endpoint, int months);
    }

    /** So many studies of a seed, from the first on. */
    public static TriedStudies of(Assumptions given, Protocol protocol, long seed, int studies) {
        Enrolment enrolment = new Enrolment(new Scenario("all", 90, given), Rules.of(protocol));
        return new TriedStudies(IntStream.range(0, studies)
                .mapToObj(study -> enrolment.conduct(new Luck(seed, study)))
                .flatMap(study -> study.members().stream())
                .map(one -> new Shown(
                        one.baseline(),
                        one.titanium(),
                        one.before(),
                        (endpoint, months) -> one.at(months)
                                .flatMap(seen -> seen.known(endpoint))
                                .map(yes -> yes ? 1 : 0)
                                .orElse(-1)))
                .toList());
    }

    /** The share of those of whom it is known. */
    public double rate(Endpoint endpoint, int months, boolean titanium) {
        return members.stream()
                .filter(one -> one.titanium() == titanium)
                .mapToInt(one -> one.visits().tell(endpoint, months))
                .filter(told -> told >= 0)
                .average()
                .orElseThrow();
    }
}
