package org.trabecula.simulation.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;

final class PhantomTest {
    private static final Scanner SCANNER = new Scanner(120, 120, 110, 0.8, 2, 2, 1.0, 0, 10, 3071, 1.6, 90);

    private static Phantom phantom(double haloMm, boolean screwed) {
        List<Phantom.PlacedScrew> screws = screwed
                ? List.of(new Phantom.PlacedScrew(ScrewSite.of("L4-left"), 6.5, 45, 12, 3, haloMm, true))
                : List.of();
        return new Phantom(3, 0, Level.L4, Level.L4, Map.of(Level.L4, 90.0), screws, List.of());
    }

    private static int most(short[] slice) {
        int most = Short.MIN_VALUE;
        for (short hu : slice) {
            most = Math.max(most, hu);
        }
        return most;
    }

    @Test
    void the_same_phantom_gives_the_same_slices() {
        short[] once = new Reconstruction(SCANNER, 1).scan(phantom(1, true)).slice(8);
        short[] again = new Reconstruction(SCANNER, 1).scan(phantom(1, true)).slice(8);

        assertThat(once).isEqualTo(again);
    }

    @Test
    void titanium_is_cut_off_where_the_scanner_cuts_and_only_there() {
        Scan twelveBits = new Reconstruction(SCANNER, 1).scan(phantom(0, true));
        Scan extended = new Reconstruction(SCANNER.extended(), 1).scan(phantom(0, true));
        int slice = twelveBits.count() / 2 + 2;

        assertThat(most(twelveBits.slice(slice))).isEqualTo(3071);
        assertThat(most(extended.slice(slice))).isGreaterThan(5000);
    }

    @Test
    void attenuation_is_that_of_the_tables() {
        // NIST: water at 60 keV 0.2059 cm²/g; titanium at 80 keV 0.4052 cm²/g, here as an alloy of 4.43 g/cm³.
        assertThat(Matter.WATER.perMm(60)).isCloseTo(0.02059, within(1e-9));
        assertThat(Matter.TITANIUM.perMm(80)).isCloseTo(0.4052 * 4.43 / 10, within(1e-9));
        assertThat(Matter.perMm(90, 70, 70)).isCloseTo(Matter.WATER.perMm(70) * 1.09, within(1e-9));
    }

    @Test
    void water_alone_is_corrected_to_itself() {
        Spectrum spectrum = new Spectrum(120, 9);

        assertThat(spectrum.asWater(-Math.log(spectrum.passing(180.4, 0, 0)))).isCloseTo(180.4, within(0.05));
    }

    @Test
    void a_sphere_is_as_long_as_its_diameter_to_a_beam_through_its_middle() {
        Lump sphere = Lump.ellipsoid(Pose.UPRIGHT, 10, 10, 10);

        assertThat(sphere.chord(new Ray(new Vec(-100, 0, 0), new Vec(1, 0, 0)))).isCloseTo(20, within(1e-9));
        assertThat(sphere.chord(new Ray(new Vec(-100, 6, 0), new Vec(1, 0, 0)))).isCloseTo(16, within(1e-9));
        assertThat(sphere.chord(new Ray(new Vec(-100, 11, 0), new Vec(1, 0, 0))))
                .isZero();
    }

    @Test
    void a_zone_around_a_screw_changes_the_radiograph() {
        XRay xray = new XRay(160, 200, 1.0, 5);
        short[] firm = xray.of(phantom(0, true), XRay.View.SIDE, Posture.NEUTRAL);
        short[] loose = xray.of(phantom(3, true), XRay.View.SIDE, Posture.NEUTRAL);

        assertThat(loose).hasSameSizeAs(firm).isNotEqualTo(firm);
    }
}
