package org.trabecula.simulation.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.simulation.mechanism.Sight.ScrewLook;
import org.trabecula.simulation.mechanism.Sight.SegmentLook;
import org.trabecula.study.endpoint.ImagedVisit;
import org.trabecula.study.endpoint.ImagedVisit.Look;
import org.trabecula.study.endpoint.VisitOutcomes;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Images;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Judgements;
import org.trabecula.study.imaging.KnownDiameters;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * What the charter and the endpoints make of what readers say of one screw or one segment. They judge every place by what is
 * said of that place, so each is judged as a case of its own; the same words come to the same, which is worked out once and
 * remembered. Belongs to one thread.
 */
final class Verdicts {
    private static final ImagingStudyId IMAGES = new ImagingStudyId("virtual0");
    private static final ScrewLook[] SCREW_LOOKS = ScrewLook.values();
    private static final SegmentLook[] SEGMENT_LOOKS = SegmentLook.values();

    private final Rules rules;
    private final ImagedVisit visit;
    private final Map<Words, Settlement> settled = new HashMap<>();
    private final Map<Words, VisitOutcomes> judged = new HashMap<>();

    Verdicts(Rules rules) {
        this.rules = rules;
        this.visit = new ImagedVisit(rules.fused());
    }

    /** One of a construct's screws, else segments, counted from above; there is one object for each. */
    static final class Place {
        private final Anatomy anatomy;
        private final boolean screw;
        private final int index;

        Place(Anatomy anatomy, boolean screw, int index) {
            this.anatomy = anatomy;
            this.screw = screw;
            this.index = index;
        }

        List<ScrewSite> screws() {
            return screw ? List.of(anatomy.sites().get(index)) : List.of();
        }

        List<Segment> segments() {
            return screw ? List.of() : List.of(anatomy.segments().get(index));
        }

        List<ScrewFinding> screws(int look) {
            return screw ? List.of(anatomy.finding(index, SCREW_LOOKS[look])) : List.of();
        }

        List<SegmentFinding> segments(int look) {
            return screw ? List.of() : List.of(anatomy.finding(index, SEGMENT_LOOKS[look]));
        }
    }

    /** What is said of a place on the radiograph and on the CT, as {@link Said} has it. */
    private record Words(Place place, long radiograph, long ct) {}

    /** What the reads of one examination come to. */
    Settlement settled(Place place, Modality modality, long said) {
        boolean ct = modality == Modality.CT;
        Words words = new Words(place, ct ? Said.NOTHING : said, ct ? said : Said.NOTHING);
        Settlement there = settled.get(words);
        if (there == null) {
            there = Settlement.of(reading(place, modality, said), rules.charter());
            settled.put(words, there);
        }
        return there;
    }

    /** What a visit tells of a place; its time is not told. */
    VisitOutcomes judged(Place place, long radiograph, long ct) {
        Words words = new Words(place, radiograph, ct);
        VisitOutcomes there = judged.get(words);
        if (there == null) {
            List<Look> looks = new ArrayList<>();
            if (ct != Said.NOTHING) {
                looks.add(Look.of(reading(place, Modality.CT, ct), rules.charter(), 1));
            }
            looks.add(Look.of(reading(place, Modality.RADIOGRAPH, radiograph), rules.charter(), 1));
            there = visit.outcomes(new Timepoint(rules.primary()), List.of(), looks)
                    .orElseThrow();
            judged.put(words, there);
        }
        return there;
    }

    private ReadingCase reading(Place place, Modality modality, long said) {
        List<Read> reads = new ArrayList<>();
        for (int reader = 0; reader < Said.readers(said); reader++) {
            reads.add(submitted(place, Said.look(said, reader), reader + 1));
        }
        int first = Math.min(reads.size(), rules.charter().terms().readers());
        return new ReadingCase(
                IMAGES,
                modality,
                Images.of(List.of()),
                true,
                place.screws(),
                place.segments(),
                KnownDiameters.NONE,
                new Judgements(
                        List.of(),
                        reads.subList(0, first),
                        List.of(),
                        List.of(),
                        reads.stream().skip(first).findFirst()));
    }

    private Read submitted(Place place, int look, int reader) {
        return new Read(
                "reader" + reader,
                new Findings(
                        rules.charter().terms().version(),
                        place.screws(look),
                        place.segments(look),
                        Findings.NO_IDEA,
                        ""),
                reader,
                Instant.EPOCH,
                Optional.empty());
    }
}
