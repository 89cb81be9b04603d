package org.trabecula.app.web;

import java.util.List;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.ImageCheck;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Shortfall;
import org.trabecula.study.protocol.Protocol;

/**
 * How images fare against the charter, in sentences that say what to do.
 *
 * @param asksCoverage whether somebody has still to say that everything is shown
 * @param mayOverride whether the charter lets them be accepted anyway
 * @param editable whether the visitor may say and accept
 */
record CheckCard(String handle, ImageCheck check, boolean asksCoverage, boolean mayOverride, boolean editable) {

    static CheckCard of(ReadingCase reading, Protocol protocol, boolean editable) {
        Charter charter = new Charter(protocol.charter());
        ImageCheck check = charter.check(reading);
        return new CheckCard(
                reading.id().value(),
                check,
                charter.terms().images().coverage() && !reading.images().covered() && !check.settled(),
                charter.terms().images().override(),
                editable);
    }

    public boolean passed() {
        return check.passed();
    }

    /** What is lacking, but for the coverage, which has a button of its own. */
    public List<String> sentences(Shell shell) {
        return sentences(check, shell.words());
    }

    static List<String> sentences(ImageCheck check, Words words) {
        return check.shortfalls().stream()
                .map(one -> words.say(key(one), one.arguments().toArray()))
                .toList();
    }

    private static String key(Shortfall one) {
        return "shortfall."
                + one.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Whether accepting them anyway would change anything that a tick would not. */
    public boolean overridable() {
        return editable
                && mayOverride
                && !passed()
                && check.shortfalls().stream().anyMatch(one -> one.kind() != Shortfall.Kind.COVERAGE);
    }
}
