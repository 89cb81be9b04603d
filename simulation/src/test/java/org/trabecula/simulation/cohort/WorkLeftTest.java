package org.trabecula.simulation.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.study.conduct.CtRequest;
import org.trabecula.study.conduct.Deviations;
import org.trabecula.study.conduct.Timeline;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.ReadingRoom;
import org.trabecula.study.visit.VisitStatus;

/** A demonstration has something of everything, whatever the seed. */
class WorkLeftTest {
    static LongStream seeds() {
        return LongStream.of(1, 7, 42, 2026);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPageOfTheProgramHasSomethingToShow(long seed) {
        VirtualStudy study = VirtualStudy.withSeed(seed);
        Charter charter = new Charter(study.protocol().charter());
        ReadingRoom room = study.see(register -> register.readingRoom());

        List<CtRequest> requests = study.see(register -> CtRequest.all(register, study.protocol()));
        assertThat(requests).extracting(CtRequest::answered).contains(true, false);
        assertThat(study.summary().adjudications()).isPositive();
        assertThat(room.disputes("virtual.adjudicator", charter)).isNotEmpty();
        for (int reader = 1; reader <= 3; reader++) {
            assertThat(room.tasks(
                            "virtual.reader." + reader,
                            charter,
                            LocalDate.EPOCH,
                            study.desk().lots()))
                    .isNotEmpty();
        }
        assertThat(study.summary().visitsMissed()).isPositive();
        List<String> deviations = study.see(register -> register.casebooks().stream()
                .flatMap(one -> Deviations.of(one, study.protocol(), VirtualStudy.TODAY).stream())
                .map(deviation -> deviation.rule())
                .toList());
        assertThat(deviations)
                .contains("mixed-cages", "foreign-cage", "no-study-cage", "visit-out-of-window", "visit-missed");
        List<VisitStatus> statuses = study.see(register -> register.casebooks().stream()
                .filter(one -> one.membership().withdrawn().isEmpty())
                .flatMap(one -> Timeline.of(one, study.protocol(), VirtualStudy.TODAY).rows().stream())
                .map(Timeline.Row::status)
                .toList());
        assertThat(statuses).contains(VisitStatus.OPEN, VisitStatus.OVERDUE, VisitStatus.HELD);
    }

    /** Attrition in comparable studies: 13 to 32 %. */
    @ParameterizedTest
    @MethodSource("seeds")
    void someWithdraw(long seed) {
        assertThat(VirtualStudy.withSeed(seed).summary().withdrawn()).isBetween(9, 29);
    }
}
