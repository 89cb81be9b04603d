package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.journal.Entry;

/** Compares two folds by everything that they know. */
final class Registers {
    private Registers() {}

    static void same(Register one, Register other, List<Entry> entries) {
        assertThat(one.position()).isEqualTo(other.position());
        assertThat(List.copyOf(one.casebooks())).isEqualTo(List.copyOf(other.casebooks()));
        assertThat(cases(one)).isEqualTo(cases(other));
        assertThat(one.accounts()).isEqualTo(other.accounts());
        assertThat(one.adopted()).isEqualTo(other.adopted());
        cases(one).forEach(reading -> assertThat(one.place(reading.id())).isEqualTo(other.place(reading.id())));
        for (Entry entry : entries) {
            assertThat(one.version(entry.stream())).isEqualTo(other.version(entry.stream()));
            entry.submission()
                    .ifPresent(submission ->
                            assertThat(one.submission(submission.key())).isEqualTo(other.submission(submission.key())));
        }
    }

    private static List<ReadingCase> cases(Register register) {
        return register.readingRoom()
                .all()
                .sorted(Comparator.comparing(ReadingCase::id))
                .toList();
    }
}
