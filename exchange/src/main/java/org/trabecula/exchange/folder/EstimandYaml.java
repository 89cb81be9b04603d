package org.trabecula.exchange.folder;

import org.trabecula.study.protocol.Estimand;
import org.trabecula.study.protocol.Estimand.Intercurrent;
import org.trabecula.study.protocol.Estimand.Strategy;

/** Reads one estimand: its attributes in both languages, and the names by which the program computes it. */
final class EstimandYaml {
    private EstimandYaml() {}

    static Estimand read(YamlSection estimand) {
        estimand.only(
                "id", "treatment", "population", "variable", "summary", "endpoint", "at", "set", "intercurrent_events");
        return new Estimand(
                estimand.text("id", AnalysisYaml.ID, AnalysisYaml.ID_SHAPE),
                estimand.bilingual("treatment"),
                estimand.bilingual("population"),
                estimand.bilingual("variable"),
                estimand.bilingual("summary"),
                estimand.text("endpoint"),
                AnalysisYaml.at(estimand),
                estimand.text("set"),
                estimand.sections("intercurrent_events").stream()
                        .map(EstimandYaml::event)
                        .toList());
    }

    private static Intercurrent event(YamlSection event) {
        event.only("event", "strategy", "meaning");
        return new Intercurrent(
                event.bilingual("event"),
                event.choice("strategy", Strategy.values(), Strategy::id),
                event.bilingual("meaning"));
    }
}
