package org.trabecula.dicom.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trabecula.dicom.Tag;

/** Our actions beside the codes of PS3.15 table E.1-1. */
class ConfidentialityTableTest {

    @Test
    void everyAttributeOfTheProfileIsHandledAtLeastAsStrictly() {
        List<ConfidentialityTable.Row> lax = ConfidentialityTable.rows().stream()
                .filter(row -> !row.profile().isEmpty())
                .filter(row -> !allowed(row).contains(row.action()))
                .toList();

        assertThat(lax).isEmpty();
    }

    /** Table E.1-1 has 456 single attributes, two of them in network commands; overlays, curves and private ones go as ranges. */
    @Test
    void theWholeProfileIsListed() {
        assertThat(ConfidentialityTable.rows().stream()
                        .filter(row -> !row.profile().isEmpty()))
                .hasSize(454);
    }

    @Test
    void tagsAndKeywordsAgreeWithTheDictionary() {
        assertThat(ConfidentialityTable.rows())
                .allSatisfy(row -> assertThat(row.tag().keyword()).isPresent());
        assertThat(ConfidentialityTable.actionFor(Tag.named("StudyComments"))).isEqualTo(Action.REMOVE);
        assertThat(ConfidentialityTable.actionFor(Tag.of(0x0099, 0x0001))).isEqualTo(Action.REMOVE);
    }

    /** Removing is always strict; a code that asks for a value (Z, D) may also be met by a meaningless one. */
    private static Set<Action> allowed(ConfidentialityTable.Row row) {
        Set<Action> allowed = EnumSet.of(Action.REMOVE);
        List<String> codes = Arrays.asList(row.profile().split("/", -1));
        if (codes.contains("Z") || codes.contains("D")) {
            allowed.addAll(EnumSet.of(Action.EMPTY, Action.DUMMY, Action.PSEUDONYM));
        }
        if (codes.contains("U")) {
            allowed.add(Action.UID);
        }
        if (codes.contains("U*")) {
            allowed.add(Action.ITEMS);
        }
        if (row.option().equals("dates")) {
            // The option keeps dates moved, and times as they are.
            allowed.addAll(EnumSet.of(Action.SHIFT, Action.KEEP));
        }
        if (row.option().equals("descriptors")) {
            allowed.add(Action.DESCRIPTOR);
        }
        if (row.option().equals("device")) {
            allowed.add(Action.DEVICE);
        }
        if (row.option().equals("patient")) {
            allowed.addAll(EnumSet.of(Action.KEEP, Action.AGE));
        }
        return allowed;
    }
}
