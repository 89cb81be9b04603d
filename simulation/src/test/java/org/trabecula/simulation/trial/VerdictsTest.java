package org.trabecula.simulation.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Construct;
import org.trabecula.simulation.mechanism.Parameter;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.simulation.mechanism.Population;
import org.trabecula.simulation.mechanism.Sight;
import org.trabecula.simulation.mechanism.Sight.ScrewLook;
import org.trabecula.simulation.mechanism.Sight.SegmentLook;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.study.endpoint.ImagedVisit;
import org.trabecula.study.endpoint.ImagedVisit.Look;
import org.trabecula.study.endpoint.ScrewOutcome;
import org.trabecula.study.endpoint.VisitOutcomes;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Images;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Judgements;
import org.trabecula.study.imaging.KnownDiameters;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.protocol.Timepoint;

/** The witness of the remembered verdicts is the whole case, settled and judged as a real one is. */
class VerdictsTest {
    private static final Timepoint AT = new Timepoint(6);
    private static final Assumptions MURKY = Assumptions.reference()
            .with(Parameter.READERS_DIFFER, 0.15)
            .with(Parameter.READERS_DIFFER_UNION, 0.3)
            .with(Parameter.HIDDEN, 0.1);

    private final Rules rules = Rules.reference();
    private final Verdicts verdicts = new Verdicts(rules);
    private final RandomGenerator chance = Philox.of(5, 0);

    @Test
    void placesJudgedAloneComeToWhatTheWholeCaseComesTo() {
        Population population = new Population(MURKY);
        Construct construct = new Construct(MURKY);
        Sight radiograph = new Sight(MURKY, Modality.RADIOGRAPH);
        Sight ct = new Sight(MURKY, Modality.CT);
        for (int index = 0; index < 400; index++) {
            Participant one = population.draw(chance);
            construct.live(one, index % 2 == 0, chance);
            Image plain = read(new Image(construct, true, 6, radiograph, chance), 2 + chance.nextInt(2));
            Image sliced = read(new Image(construct, true, 6, ct, chance), 2 + chance.nextInt(2));
            Anatomy anatomy = Anatomy.of(one);
            Look whole = look(anatomy, plain, Modality.RADIOGRAPH);
            assertThat(called(anatomy, plain))
                    .isEqualTo(!whole.settlement().unclear().isEmpty());
            assertThat(together(anatomy, plain, Optional.empty())).isEqualTo(outcomes(whole));
            assertThat(together(anatomy, plain, Optional.of(sliced)))
                    .isEqualTo(outcomes(look(anatomy, sliced, Modality.CT), whole));
        }
    }

    private static Image read(Image image, int readers) {
        IntStream.range(0, readers).forEach(_ -> image.read());
        return image;
    }

    private boolean called(Anatomy anatomy, Image plain) {
        return IntStream.range(0, plain.segments())
                .anyMatch(segment -> !verdicts.settled(
                                anatomy.segment(segment), Modality.RADIOGRAPH, plain.ofSegment(segment))
                        .unclear()
                        .isEmpty());
    }

    private VisitOutcomes together(Anatomy anatomy, Image plain, Optional<Image> ct) {
        List<ScrewOutcome> screws = IntStream.range(0, plain.screws())
                .mapToObj(screw -> verdicts.judged(
                        anatomy.screw(screw),
                        plain.ofScrew(screw),
                        ct.map(image -> image.ofScrew(screw)).orElse(Said.NOTHING)))
                .flatMap(one -> one.screws().stream())
                .toList();
        int lowest = plain.segments() - 1;
        VisitOutcomes union = verdicts.judged(
                anatomy.segment(lowest),
                plain.ofSegment(lowest),
                ct.map(image -> image.ofSegment(lowest)).orElse(Said.NOTHING));
        return VisitOutcomes.of(AT, screws, union.fusion(), union.gradeI());
    }

    private VisitOutcomes outcomes(Look... looks) {
        return new ImagedVisit(rules.fused())
                .outcomes(AT, List.of(), List.of(looks))
                .orElseThrow();
    }

    private Look look(Anatomy anatomy, Image image, Modality modality) {
        List<Read> reads = Stream.iterate(0, reader -> reader + 1)
                .limit(Said.readers(image.ofScrew(0)))
                .map(reader -> submitted(anatomy, image, reader))
                .toList();
        Judgements judgements = new Judgements(
                List.of(),
                reads.subList(0, 2),
                List.of(),
                List.of(),
                reads.stream().skip(2).findFirst());
        return Look.of(
                new ReadingCase(
                        new ImagingStudyId("virtual0"),
                        modality,
                        Images.of(List.of()),
                        true,
                        anatomy.sites(),
                        anatomy.segments(),
                        KnownDiameters.NONE,
                        judgements),
                rules.charter(),
                1);
    }

    private Read submitted(Anatomy anatomy, Image image, int reader) {
        Findings findings = new Findings(
                rules.charter().terms().version(),
                IntStream.range(0, image.screws())
                        .mapToObj(screw ->
                                anatomy.finding(screw, ScrewLook.values()[Said.look(image.ofScrew(screw), reader)]))
                        .toList(),
                IntStream.range(0, image.segments())
                        .mapToObj(segment -> anatomy.finding(
                                segment, SegmentLook.values()[Said.look(image.ofSegment(segment), reader)]))
                        .toList(),
                Findings.NO_IDEA,
                "");
        return new Read("reader" + (reader + 1), findings, reader + 1, Instant.EPOCH, Optional.empty());
    }
}
