package org.trabecula.study.testkit;

import static org.trabecula.study.testkit.Steps.mm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.Screw;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** Operations of the stories: one segment, four screws. */
public final class Surgeries {
    public static final Segment L4_L5 = Segment.of("L4/L5");

    private Surgeries() {}

    /** L4/L5 with cages of these materials at it. */
    public static Surgery with(CageMaterial... materials) {
        return on(Steps.SURGERY, materials);
    }

    public static Surgery on(LocalDate day, CageMaterial... materials) {
        return new Surgery(
                day,
                "S1",
                List.of(L4_L5),
                screws("L4-left", "L4-right", "L5-left", "L5-right"),
                Stream.of(materials).map(one -> cage("L4/L5", one)).toList());
    }

    /** L3/L4 and L4/L5, each with a cage. */
    public static Surgery long3to5(CageMaterial upper, CageMaterial lower) {
        return new Surgery(
                Steps.SURGERY,
                "S1",
                List.of(Segment.of("L3/L4"), L4_L5),
                screws("L3-left", "L3-right", "L4-left", "L4-right", "L5-left", "L5-right"),
                List.of(cage("L3/L4", upper), cage("L4/L5", lower)));
    }

    public static Surgery alsoWith(Surgery surgery, Screw screw) {
        List<Screw> screws = new ArrayList<>(surgery.screws());
        screws.add(screw);
        return new Surgery(surgery.on(), surgery.surgeon(), surgery.fused(), screws, surgery.cages());
    }

    public static List<Screw> screws(String... sites) {
        return Stream.of(sites).map(site -> screw(site, "6.5", "45")).toList();
    }

    public static Screw screw(String site, String diameter, String length) {
        return new Screw(ScrewSite.of(site), mm(diameter), mm(length), false, false);
    }

    public static Cage cage(String segment, CageMaterial material) {
        return new Cage(
                Segment.of(segment),
                material,
                "Maker",
                "Model",
                "LOT-1",
                "",
                "26x10",
                Optional.of(mm("10")),
                Optional.of(mm("6")));
    }
}
