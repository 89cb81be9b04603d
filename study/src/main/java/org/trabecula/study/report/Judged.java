package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.statistics.causal.PotentialMeans;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.statistics.proportion.TwoByTwo;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Estimation.Variance;
import org.trabecula.study.protocol.Timepoint;

/**
 * The participants whose status at a visit is known, as columns.
 *
 * @param subjects in the order of the data set
 * @param treated whether of the first arm
 * @param events whether they have it
 * @param rows their covariates with a column of ones; empty rows where the design has none for them
 */
public record Judged(List<Subject> subjects, boolean[] treated, boolean[] events, double[][] rows) {

    static Judged of(Evidence evidence, Endpoint endpoint, Timepoint visit) {
        List<Subject> known = new ArrayList<>();
        List<Boolean> events = new ArrayList<>();
        for (Subject subject : evidence.compared()) {
            Optional<Boolean> yes = subject.status(endpoint, visit).yes();
            if (yes.isPresent()) {
                known.add(subject);
                events.add(yes.get());
            }
        }
        boolean[] flags = new boolean[known.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = events.get(i);
        }
        return new Judged(known, treated(known), flags, Designs.rows(evidence, known));
    }

    /** Everybody who is compared, an unknown status put in as an event in one arm and as none in the other. */
    static Judged filled(Evidence evidence, Endpoint endpoint, Timepoint visit, boolean eventInFirst) {
        List<Subject> all = evidence.compared();
        boolean[] events = new boolean[all.size()];
        for (int i = 0; i < events.length; i++) {
            boolean put = all.get(i).arm() == 0 == eventInFirst;
            events[i] = all.get(i).status(endpoint, visit).yes().orElse(put);
        }
        return new Judged(all, treated(all), events, Designs.rows(evidence, all));
    }

    static boolean[] treated(List<Subject> subjects) {
        boolean[] treated = new boolean[subjects.size()];
        for (int i = 0; i < treated.length; i++) {
            treated[i] = subjects.get(i).arm() == 0;
        }
        return treated;
    }

    public List<ParticipantId> ids() {
        return Dataset.ids(subjects);
    }

    public List<ParticipantId> ids(int arm) {
        return Dataset.ids(subjects.stream().filter(one -> one.arm() == arm).toList());
    }

    /** The events as zeros and ones. */
    double[] numbers() {
        double[] numbers = new double[events.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = events[i] ? 1 : 0;
        }
        return numbers;
    }

    public Proportion share(boolean arm) {
        int yes = 0;
        int all = 0;
        for (int i = 0; i < events.length; i++) {
            if (treated[i] == arm) {
                all++;
                yes += events[i] ? 1 : 0;
            }
        }
        return new Proportion(yes, all);
    }

    public TwoByTwo table() {
        return new TwoByTwo(share(true), share(false));
    }

    /** The shares as they are, each with its own binomial error. */
    Outcome<Effect> counted() {
        Proportion first = share(true);
        Proportion second = share(false);
        if (first.total() < 2 || second.total() < 2) {
            return Outcome.none(Shortfall.Cause.TOO_FEW, "An arm has fewer than two participants");
        }
        double p = (double) first.events() / first.total();
        double q = (double) second.events() / second.total();
        double[][] covariance = {{p * (1 - p) / first.total(), 0}, {0, q * (1 - q) / second.total()}};
        return Outcome.of(new Effect(
                new PotentialMeans(p, q, covariance), first.total() + second.total() - 2, Variance.SANDWICH));
    }

    /** The propensity score among them. */
    Outcome<PropensityScore> score() {
        if (rows.length == 0) {
            return Outcome.none(Shortfall.Cause.TOO_FEW, "Nobody has a known status");
        }
        return Designs.complete(rows).then(all -> PropensityScore.penalised(all, treated));
    }

    /** Some of them. */
    Judged kept(boolean[] kept) {
        int[] places = IntStream.range(0, kept.length).filter(i -> kept[i]).toArray();
        boolean[] arms = new boolean[places.length];
        boolean[] own = new boolean[places.length];
        double[][] design = new double[places.length][];
        List<Subject> members = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            arms[i] = treated[places[i]];
            own[i] = events[places[i]];
            design[i] = rows[places[i]];
            members.add(subjects.get(places[i]));
        }
        return new Judged(members, arms, own, design);
    }
}
