package org.trabecula.study.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.trabecula.study.analysis.MadeFrom;
import org.trabecula.study.analysis.ReportedScore;
import org.trabecula.study.analysis.ScoreCell;
import org.trabecula.study.conduct.Allocation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.endpoint.Counted;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Evaluation;
import org.trabecula.study.endpoint.Windows;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.journal.Head;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.VisitState;

/**
 * The analysis data set at one data cut: everybody whose arm is known, with what was seen of them at every visit.
 *
 * @param arms those of the plan's contrast first
 * @param visits after surgery, those of the protocol and those that were transcribed
 * @param primary the visit of the primary endpoints
 * @param subjects in the order of their ids
 */
public record Dataset(
        MadeFrom cut,
        List<Arm> arms,
        List<Timepoint> visits,
        Timepoint primary,
        List<Score> scores,
        List<Subject> subjects,
        Flow flow) {
    public Dataset {
        arms = List.copyOf(arms);
        visits = List.copyOf(visits);
        scores = List.copyOf(scores);
        subjects = List.copyOf(subjects);
    }

    /** Computes it from the study at a position. */
    public static Dataset of(Register register, Protocol protocol, Head head) {
        List<Casebook> casebooks = register.casebooks();
        Drawing drawing = new Drawing(
                protocol,
                register,
                new Charter(protocol.charter()),
                new Evaluation(register, protocol),
                List.copyOf(visits(casebooks, protocol)));
        List<Subject> subjects = casebooks.stream()
                .flatMap(casebook -> drawing.subject(casebook).stream())
                .toList();
        return new Dataset(
                new MadeFrom(head, protocol.version()),
                protocol.compared(),
                drawing.visits(),
                protocol.endpoints().primary(),
                protocol.endpoints().scores(),
                subjects,
                Flow.of(register, protocol));
    }

    private static SortedSet<Timepoint> visits(List<Casebook> casebooks, Protocol protocol) {
        SortedSet<Timepoint> visits = new TreeSet<>(
                protocol.followUps().stream().map(PlannedVisit::at).toList());
        visits.add(protocol.endpoints().primary());
        casebooks.forEach(casebook -> casebook.visits().stream()
                .filter(visit -> visit.transcript().isPresent())
                .map(VisitState::at)
                .filter(at -> at.months() > 0)
                .forEach(visits::add));
        return visits;
    }

    /** Everybody of an arm, 0 for the first of the contrast. */
    public List<Subject> arm(int arm) {
        return subjects.stream().filter(one -> one.arm() == arm).toList();
    }

    /** Those of the contrast's two arms, who are compared. */
    public List<Subject> compared() {
        return subjects.stream().filter(one -> one.arm() < 2).toList();
    }

    public static List<ParticipantId> ids(List<Subject> subjects) {
        return subjects.stream().map(Subject::id).toList();
    }

    /** Draws the rows out of the casebooks. */
    private record Drawing(
            Protocol protocol, Register register, Charter charter, Evaluation evaluation, List<Timepoint> visits) {

        Optional<Subject> subject(Casebook casebook) {
            return Allocation.of(casebook, protocol)
                    .assigned()
                    .map(arm -> Subject.of(
                            casebook.id(),
                            protocol.compared().indexOf(arm),
                            casebook.surgery(),
                            seen(casebook),
                            occasions(casebook),
                            casebook.safety(),
                            Intercurrent.of(casebook)));
        }

        /** Every look at its own day: when something first happened does not depend on the plan's windows. */
        private List<Occasion> occasions(Casebook casebook) {
            return visits.stream()
                    .map(at -> new Occasion(at, month(casebook, at), evaluation.of(casebook, at)))
                    .toList();
        }

        private List<Seen> seen(Casebook casebook) {
            List<Seen> seen = new ArrayList<>();
            seen.add(seen(casebook, Timepoint.BASELINE));
            visits.forEach(at -> seen.add(seen(casebook, at)));
            return seen;
        }

        private Seen seen(Casebook casebook, Timepoint at) {
            Counted counted = evaluation.counted(casebook, at);
            Map<Endpoint, Seen.Origin> origins = new EnumMap<>(Endpoint.class);
            counted.from().forEach((endpoint, visit) -> origins.put(endpoint, origin(casebook, visit)));
            Map<String, ScoreCell.Value> scores = new HashMap<>();
            Map<String, Seen.Origin> reported = new HashMap<>();
            for (Score score : protocol.endpoints().scores()) {
                Optional<Timepoint> from = new Windows(protocol)
                        .from(
                                casebook,
                                at,
                                visit -> score(casebook, score, visit).isPresent(),
                                _ -> false);
                from.ifPresent(visit -> reported.put(score.id(), origin(casebook, visit)));
                from.flatMap(visit -> score(casebook, score, visit)).ifPresent(value -> scores.put(score.id(), value));
            }
            Modalities said = modalities(casebook, counted, Endpoint.FUSION)
                    .withLoosening(modalities(casebook, counted, Endpoint.LOOSENING));
            return new Seen(at, origins, counted.outcomes(), said, scores, reported);
        }

        private Modalities modalities(Casebook casebook, Counted counted, Endpoint endpoint) {
            return Optional.ofNullable(counted.from().get(endpoint))
                    .map(visit -> Modalities.of(register, charter, casebook.visit(visit)))
                    .orElse(Modalities.NONE);
        }

        private Optional<ScoreCell.Value> score(Casebook casebook, Score score, Timepoint visit) {
            return ReportedScore.of(protocol, casebook, score, visit);
        }

        private static Seen.Origin origin(Casebook casebook, Timepoint visit) {
            return new Seen.Origin(visit, month(casebook, visit));
        }

        private static OptionalDouble month(Casebook casebook, Timepoint at) {
            VisitState state = casebook.visit(at);
            Optional<Surgery> surgery = casebook.surgery();
            if (state.held().isPresent() && surgery.isPresent()) {
                return OptionalDouble.of(
                        Subject.months(surgery.get().on(), state.held().get()));
            }
            boolean told = state.transcript().isPresent() || !state.images().isEmpty();
            return told ? OptionalDouble.of(at.months()) : OptionalDouble.empty();
        }
    }
}
