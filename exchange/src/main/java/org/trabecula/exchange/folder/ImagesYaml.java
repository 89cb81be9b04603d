package org.trabecula.exchange.folder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trabecula.exchange.Findings;
import org.trabecula.study.protocol.ImageRequirements;

/** Reads what a charter asks of images. */
record ImagesYaml(YamlSection images, Findings findings) {
    /** What the program can show. */
    private static final Set<String> MODALITIES = Set.of("CR", "DX", "RF", "RG", "XA", "CT");

    ImageRequirements read() {
        images.only("modalities", "ct", "coverage", "override");
        return new ImageRequirements(
                modalities(),
                images.has("ct") ? images.section("ct").map(this::ct) : Optional.empty(),
                images.flag("coverage"),
                images.flag("override"));
    }

    private Set<String> modalities() {
        List<Placed<String>> written = images.has("modalities") ? images.texts("modalities") : List.of();
        written.stream()
                .filter(one -> !MODALITIES.contains(one.value()))
                .forEach(one -> findings.error(
                        one.place(),
                        "unknown-value",
                        "'" + one.value() + "' is none of the modalities "
                                + MODALITIES.stream().sorted().toList() + "."));
        return written.stream().map(Placed::value).collect(Collectors.toSet());
    }

    private ImageRequirements.Ct ct(YamlSection ct) {
        ct.only("slice_mm", "kvp", "lossless", "complete");
        List<BigDecimal> kvp = ct.range("kvp", "40", "200");
        return new ImageRequirements.Ct(
                ct.decimal("slice_mm", "0.1", "20"), kvp.get(0), kvp.get(1), ct.flag("lossless"), ct.flag("complete"));
    }
}
