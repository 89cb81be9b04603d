package org.trabecula.app.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trabecula.app.Figures;
import org.trabecula.app.figure.LovePlot;
import org.trabecula.app.figure.MirroredHistogram;
import org.trabecula.statistics.causal.Balance;
import org.trabecula.study.comparability.Candidate;
import org.trabecula.study.comparability.Column;
import org.trabecula.study.comparability.Design;
import org.trabecula.study.milestone.MilestoneFact;
import org.trabecula.study.milestone.Milestones;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Covariate;
import org.trabecula.study.protocol.Estimation;
import org.trabecula.study.protocol.Protocol;

/** The design of the comparison in words and figures of a language. */
public record DesignTable(Protocol protocol, AnalysisPlan plan, Words words) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final double TARGET = 0.1;

    /** One row of the balance table, as printed. */
    public record Row(
            String label,
            boolean term,
            int missing,
            String first,
            String second,
            String before,
            String after,
            boolean apart,
            String ratio) {}

    public String arm(int index) {
        String id = plan.contrast().get(index);
        return protocol.arm(id).map(arm -> words.text(arm.label())).orElse(id);
    }

    public List<Row> rows(Design design) {
        return design.balance().stream().map(this::row).toList();
    }

    /** How many rows stay apart after weighting. */
    public long apart(Design design) {
        return rows(design).stream().filter(Row::apart).count();
    }

    private Row row(Design.Line line) {
        boolean share = line.column().covariate().kind() != Covariate.Kind.CONTINUOUS;
        OptionalDouble after = difference(line.after());
        return new Row(
                label(line.column()),
                line.term(),
                line.column().missing(),
                mean(line.before().map(Balance::treatedMean), share),
                mean(line.before().map(Balance::controlMean), share),
                two(difference(line.before())),
                two(after),
                after.isPresent() && Math.abs(after.getAsDouble()) >= TARGET,
                two(line.after().map(Balance::varianceRatio).orElse(OptionalDouble.empty())));
    }

    private static OptionalDouble difference(Optional<Balance> balance) {
        return balance.map(Balance::difference).orElse(OptionalDouble.empty());
    }

    private static String mean(Optional<Double> mean, boolean share) {
        return mean.map(one -> share ? String.format(Locale.ROOT, "%.0f %%", 100 * one) : two(OptionalDouble.of(one)))
                .orElse(Figures.NONE);
    }

    private static String two(OptionalDouble value) {
        if (value.isEmpty()) {
            return Figures.NONE;
        }
        String size = String.format(Locale.ROOT, "%.2f", Math.abs(value.getAsDouble()));
        return value.getAsDouble() < 0 && !size.equals("0.00") ? "−" + size : size;
    }

    public String fixed(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    public String two(double value) {
        return two(OptionalDouble.of(value));
    }

    /** A covariate, and which of its values where it has several. */
    public String label(Column column) {
        String name = words.text(column.covariate().label());
        if (column.absence()) {
            return words.say("design.absent", name);
        }
        return column.level()
                .map(level -> name + words.say("design.colon") + choice(column.covariate(), level))
                .orElse(name);
    }

    private String choice(Covariate covariate, String code) {
        return words.text(protocol.meaning(covariate, code));
    }

    /** The values of one candidate, as people read them. */
    public List<String> values(Candidate candidate) {
        return IntStream.range(0, plan.covariates().size())
                .mapToObj(
                        i -> value(plan.covariates().get(i), candidate.values().get(i)))
                .toList();
    }

    private String value(Covariate covariate, String value) {
        if (value.isEmpty()) {
            return Figures.NONE;
        }
        return switch (covariate.kind()) {
            case CONTINUOUS -> Figures.score(Double.parseDouble(value));
            case BINARY -> words.say(value.equals("1") ? "yes" : "no");
            case CATEGORICAL -> choice(covariate, value);
        };
    }

    public String terms(List<String> ids) {
        return plan.covariates().stream()
                .filter(one -> ids.contains(one.id()))
                .map(one -> words.text(one.label()))
                .collect(Collectors.joining(words.say("results.comma")));
    }

    public String estimation() {
        Estimation how = plan.estimation();
        return words.say(
                "design.estimation.told",
                estimator(how.primary()),
                how.companions().stream().map(this::estimator).collect(Collectors.joining(words.say("results.comma"))),
                how.replicates(),
                how.imputations(),
                String.valueOf(how.seed()));
    }

    private String estimator(Estimation.Estimator estimator) {
        return words.say("design.estimator." + estimator.id());
    }

    public String multiplicity() {
        return words.say(
                "design.multiplicity.told",
                words.say("design.procedure." + plan.multiplicity().procedure().id()),
                plan.multiplicity().level().toPlainString(),
                String.join(words.say("results.comma"), plan.multiplicity().over()));
    }

    public String sensitivity() {
        return plan.sensitivity().stream()
                .map(one -> words.say("design.sensitivity." + one.id()))
                .collect(Collectors.joining(words.say("results.comma")));
    }

    public String lovePlot(Design design) {
        List<LovePlot.Row> rows = design.balance().stream()
                .map(line -> new LovePlot.Row(
                        label(line.column()), line.term(), difference(line.before()), difference(line.after())))
                .toList();
        String told = rows.stream()
                .map(row -> row.label() + " " + two(row.before()) + " → " + two(row.after()))
                .collect(Collectors.joining("; "));
        return new LovePlot(
                        "love-plot",
                        words.say("design.love"),
                        told,
                        words.say("design.smd.absolute"),
                        words.say("design.before"),
                        words.say("design.after"),
                        rows)
                .svg();
    }

    public String histogram(Design design) {
        return new MirroredHistogram(
                        "overlap",
                        words.say("design.overlap"),
                        arm(0) + ": " + design.histogram(true) + "; " + arm(1) + ": " + design.histogram(false),
                        words.say("design.score", arm(0)),
                        arm(0),
                        arm(1),
                        design.histogram(true),
                        design.histogram(false))
                .svg();
    }

    public static String when(Milestones.Event event) {
        return MINUTES.format(event.at().atZone(ZoneOffset.UTC)) + " UTC";
    }

    /** A milestone in a word or two. */
    public String title(MilestoneFact fact) {
        return words.say("fact." + fact.getClass().getSimpleName());
    }
}
