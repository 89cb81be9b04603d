package org.trabecula.exchange.folder;

import java.util.Set;
import org.trabecula.study.protocol.Covariate;
import org.trabecula.study.protocol.Covariate.Characteristic;
import org.trabecula.study.protocol.Covariate.Kind;
import org.trabecula.study.protocol.Covariate.Missing;

/** Reads one covariate: from items of a form, or from the surgery. */
final class CovariateYaml {
    private CovariateYaml() {}

    static Covariate read(YamlSection covariate) {
        covariate.only("id", "label", "kind", "form", "items", "yes", "surgery", "missing", "model");
        return new Covariate(
                covariate.text("id", AnalysisYaml.ID, AnalysisYaml.ID_SHAPE),
                covariate.bilingual("label"),
                covariate.choice("kind", Kind.values(), Kind::id),
                source(covariate),
                covariate.has("missing") ? covariate.choice("missing", Missing.values(), Missing::id) : Missing.TYPICAL,
                covariate.flag("model"));
    }

    private static Covariate.Source source(YamlSection covariate) {
        if (covariate.has("surgery")) {
            return new Covariate.FromSurgery(covariate.choice("surgery", Characteristic.values(), Characteristic::id));
        }
        return new Covariate.FromForm(
                covariate.text("form"),
                Placed.values(covariate.texts("items")),
                covariate.has("yes") ? Set.copyOf(Placed.values(covariate.texts("yes"))) : Set.of());
    }
}
