package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Steps.bothRead;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.filed;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.received;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.testkit.Checks;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Story;
import org.trabecula.study.testkit.Surgeries;

/** What is to be judged follows the surgery's record, also when that is put right late. */
class CorrectedSurgeryTest {
    private static final Surgery PEEK = Surgeries.with(CageMaterial.PEEK);

    private static Step corrected(Surgery surgery) {
        return operated(surgery).because("Read again from the theatre's protocol");
    }

    private static ReadingCase reading(Step... steps) {
        return Story.given(consented(), operated(PEEK)).and(steps).world().reading();
    }

    @Test
    void a_screw_put_right_reopens_the_case_and_its_reads_no_longer_count() {
        Surgery more = Surgeries.long3to5(CageMaterial.PEEK, CageMaterial.PEEK);
        ReadingCase again = reading(imaged(M6), bothRead(FIRM), corrected(more));
        assertThat(again.screws()).isEqualTo(more.sites());
        assertThat(again.segments()).isEqualTo(more.fused());
        assertThat(again.reads()).isEmpty();
        assertThat(reading(imaged(M6), bothRead(FIRM), corrected(more), bothRead(FIRM))
                        .reads())
                .hasSize(2);
    }

    @Test
    void another_cage_at_the_same_segment_leaves_the_reads_as_they_are() {
        Surgery titanium = Surgeries.with(CageMaterial.PRINTED_POROUS_TITANIUM);
        assertThat(reading(imaged(M6), bothRead(FIRM), corrected(titanium)).reads())
                .hasSize(2);
    }

    @Test
    void another_diameter_is_what_is_measured_by_where_nobody_has_judged_yet() {
        Surgery thicker = new Surgery(
                PEEK.on(),
                PEEK.surgeon(),
                PEEK.fused(),
                PEEK.screws().stream()
                        .map(screw -> Surgeries.screw(screw.site().toString(), "7.5", "45"))
                        .toList(),
                PEEK.cages());
        ScrewSite any = PEEK.sites().getFirst();
        ReadingCase open = reading(imaged(M6), corrected(thicker));
        assertThat(open.diameters().of(any)).contains(new BigDecimal("7.5"));
        assertThat(open.dealt()).isEqualTo(reading(imaged(M6)).dealt());
        ReadingCase read = reading(imaged(M6), bothRead(FIRM), corrected(thicker));
        assertThat(read.diameters().of(any)).contains(new BigDecimal("6.5"));
        assertThat(read.reads()).hasSize(2);
    }

    @Test
    void images_of_the_baseline_say_on_their_own_stream_that_they_are_filed() {
        var story = Story.given(consented(), received(Modality.RADIOGRAPH)).when(filed(M0));
        story.then(Checks.recorded(2));
        var images = story.world().images().stream();
        assertThat(story.world().desk().about(images).getLast().fact()).isEqualTo(new ImagingFact.ImagesKept());
    }
}
