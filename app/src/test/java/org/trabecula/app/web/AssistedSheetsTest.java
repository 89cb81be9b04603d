package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.protocol.ReadingSheets;

/** Where the screws are judged first and seen alone, no assistant tells anything of what is not shown. */
final class AssistedSheetsTest {
    private static final Map<String, String> CLICK =
            Map.of("level", "L2", "series", "0", "image", "74", "frame", "0", "column", "63", "row", "56");

    @TempDir
    Path home;

    @Test
    void bone_is_proposed_on_the_second_sheet_alone_and_screws_are_told_after_it() throws Exception {
        try (AssistedStudy study = AssistedStudy.in(home, new ReadingSheets(true, true, false));
                Colleague reader = study.browser("reader")) {
            ReadingCase real = study.uploaded(AssistedStudy.lumbar());
            String address = study.address("reader", real);
            tellsNothing(reader, address);

            reader.open(address + "/places");
            assertThat(reader.fill(address + "/places", Map.of("measurements", placed()))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(reader.open(address).body()).doesNotContain("data-propose");
            tellsNothing(reader, address);

            Map<String, String> sheet = AssistedStudy.sheet("0");
            Map<String, String> screws = new HashMap<>(sheet);
            screws.remove("segment.L4/L5.grade");
            assertThat(reader.fill(address, screws).statusCode()).isEqualTo(303);
            assertThat(reader.open(address).body()).contains("data-propose");
            assertThat(reader.fill(address + "/bone", CLICK).statusCode()).isEqualTo(200);
            assertThat(reader.open(address + "/assistant").statusCode()).isEqualTo(422);
            assertThat(study.assisted(real).screws()).isEmpty();

            Map<String, String> segments = new HashMap<>(sheet);
            AssistedStudy.SITES.forEach(site -> segments.remove("screw." + site + ".mm"));
            assertThat(reader.fill(address, segments).statusCode()).isEqualTo(303);
            assertThat(reader.open(address + "/assistant").body()).contains("slices of at most 1.5 mm");
        }
    }

    private static void tellsNothing(Colleague reader, String address) throws Exception {
        reader.open("/reading");
        assertThat(reader.fill(address + "/bone", CLICK).statusCode()).isEqualTo(404);
        assertThat(reader.open(address + "/assistant").statusCode()).isEqualTo(422);
    }

    /** Four screws in two rows, 30 pixels apart. */
    private static String placed() {
        return Stream.of("L4-left,60,30", "L4-right,30,30", "L5-left,60,60", "L5-right,30,60")
                .map(one -> one.split(",", -1))
                .map(one -> String.format(
                        Locale.ROOT,
                        "{\"target\":\"screw.%s.axis\",\"shape\":\"LENGTH\",\"at\":[0,56,0],\"points\":[[%s,%s],[%d,%s]],"
                                + "\"value\":45,\"unit\":\"MM\"}",
                        one[0],
                        one[1],
                        one[2],
                        Integer.parseInt(one[1]) + 15,
                        one[2]))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
