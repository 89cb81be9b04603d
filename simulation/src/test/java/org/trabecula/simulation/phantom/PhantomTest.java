package org.trabecula.simulation.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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

    /** By bisection of what passes, which falls with every millimetre. */
    @Test
    void whatever_arrives_is_corrected_to_the_water_that_would_have_let_it_through() {
        Spectrum spectrum = new Spectrum(120, 9);

        for (double mm = 0.25; mm < 690; mm += 7.3) {
            double attenuation = -Math.log(spectrum.passing(mm, 0, 0));
            assertThat(spectrum.asWater(attenuation)).isCloseTo(mm, within(0.05));
        }
        assertThat(spectrum.asWater(-0.1)).isNegative();
        assertThat(spectrum.asWater(1000)).isGreaterThan(699);
    }

    @Test
    void what_is_said_of_all_samples_of_a_pixel_at_once_is_true_of_each() {
        SplittableRandom chance = new SplittableRandom(5);
        Pose pose = Pose.along(new Vec(1, 2, 3), new Vec(0.3, -0.8, 0.2));
        List<Solid> solids = List.of(
                Turned.screw(pose, 45, 6.5),
                Turned.zone(pose, 45, 6, 20, 4.6),
                Lump.body(pose, 24, 17, 13.5, 0.22, 14),
                Lump.ellipsoid(pose, 6, 5.5, 9),
                Lump.plate(pose, 3.2, 15, 10.5),
                Lump.box(pose, 13, 5.5, 6));
        for (Solid solid : solids) {
            Samples samples = new Samples(pose, new double[] {-0.27, 0, 0.27}, new double[] {-1.1, -0.4, 0.4, 1.1});
            int told = 0;
            for (int i = 0; i < 20_000; i++) {
                double u = chance.nextDouble(-26, 26);
                double v = chance.nextDouble(-19, 19);
                double w = chance.nextDouble(-16, 50);
                int held = solid.holds(samples, u, v, w);
                assertThat(held).isEqualTo(oneByOne(solid, samples, u, v, w));
                switch (solid.lie(samples, u, v, w)) {
                    case INSIDE -> assertThat(held).isEqualTo(samples.count());
                    case OUTSIDE -> assertThat(held).isZero();
                    case UNSURE -> told--;
                }
                told++;
            }
            assertThat(told).isGreaterThan(15_000);
        }
    }

    private static int oneByOne(Solid solid, Samples samples, double u, double v, double w) {
        return (int) IntStream.range(0, samples.count())
                .filter(i -> solid.holds(u + samples.u[i], v + samples.v[i], w + samples.w[i]))
                .count();
    }

    @Test
    void weighted_stretches_add_up_in_their_order_to_the_last_bit() {
        float[] from = {1.1f, 2.3f, 3.7f, 5.9f, 7.1f, 11.3f, 13.7f};
        Sum sum = new Sum(3);
        for (int terms = 0; terms <= 5; terms++) {
            float[] expected = new float[4];
            for (int k = 0; k < terms; k++) {
                sum.add(0.1f * (k + 1), from, k % 4);
                for (int i = 0; i < 3; i++) {
                    expected[i + 1] += 0.1f * (k + 1) * from[k % 4 + i];
                }
            }
            float[] to = new float[4];
            sum.into(to, 1);
            assertThat(to).containsExactly(expected);
        }
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

    /** In a plain slab of bone and titanium the beam at one place follows from the exponential law, energy by energy. */
    @Test
    void titanium_in_the_place_of_water_lets_through_what_the_spectrum_says() {
        Spectrum spectrum = new Spectrum(120, 9);
        Spectrum.Beam beam = spectrum.behind(200, 10, 0);

        for (double titanium : new double[] {0.013, 0.9, 6.507, 25.25}) {
            double exact = spectrum.passing(200 - titanium, 10, titanium);
            assertThat(spectrum.passing(beam, titanium)).isCloseTo(exact, within(exact * 1e-4));
        }
        // Longer than what it could displace, or than the table.
        assertThat(spectrum.passing(beam, 80)).isCloseTo(spectrum.passing(120, 10, 80), within(1e-12));
    }

    @Test
    void a_thread_turns_once_in_its_pitch() {
        Turned screw = Turned.screw(Pose.UPRIGHT, 45, 6.5);
        double pitch = 2.8;

        for (int twelfth = 0; twelfth < 12; twelfth++) {
            double angle = Math.PI * twelfth / 6;
            double crest = 10 * pitch + pitch * (0.5 - twelfth / 12.0);
            double u = 3.2 * Math.cos(angle);
            double v = 3.2 * Math.sin(angle);
            assertThat(screw.holds(u, v, crest)).isTrue();
            assertThat(screw.holds(u, v, crest + pitch / 2)).isFalse();
        }
    }

    @Test
    void a_zone_shows_on_a_radiograph_from_in_front_and_the_wider_the_more() {
        XRay xray = new XRay(320, 400, 0.5, 5);
        short[] firm = xray.of(phantom(0, true), XRay.View.FRONT, Posture.NEUTRAL);
        short[] narrow = xray.of(phantom(1, true), XRay.View.FRONT, Posture.NEUTRAL);
        short[] wide = xray.of(phantom(3, true), XRay.View.FRONT, Posture.NEUTRAL);

        // 41 of 4096 grey values are a hundredth of black to white.
        assertThat(changed(firm, narrow)).isGreaterThan(30);
        assertThat(changed(firm, wide)).isGreaterThan(changed(firm, narrow));
    }

    private static long changed(short[] one, short[] other) {
        return IntStream.range(0, one.length)
                .filter(i -> Math.abs(one[i] - other[i]) > 41)
                .count();
    }

    @Test
    void the_truth_about_a_radiograph_leads_to_the_pixel() {
        XRay xray = new XRay(320, 400, 0.5, 5);
        XRay.Geometry plane = xray.geometry(XRay.View.SIDE);
        Truth.ScrewTruth screw =
                XRay.truth(phantom(0, true), Posture.NEUTRAL).screws().getFirst();
        Vec middle = screw.seat().plus(screw.tip()).times(0.5);

        Vec way = middle.minus(plane.source());
        Vec normal = plane.right().cross(plane.down());
        double reach = plane.corner().minus(plane.source()).dot(normal) / way.dot(normal);
        Vec onPlane = plane.source().plus(way, reach).minus(plane.corner());
        int column = (int) Math.rint(onPlane.dot(plane.right()) / plane.pixelMm());
        int row = (int) Math.rint(onPlane.dot(plane.down()) / plane.pixelMm());

        short[] with = xray.of(phantom(0, true), XRay.View.SIDE, Posture.NEUTRAL);
        short[] without = xray.of(phantom(0, false), XRay.View.SIDE, Posture.NEUTRAL);
        int at = row * xray.columns() + column;
        assertThat(with[at] - without[at]).isGreaterThan(400);
    }

    @Test
    void a_specimen_has_what_was_asked_for_and_the_same_seed_the_rest() {
        Specimen asked = new Specimen(
                5, Level.L3, Level.S1, Optional.of(2.0), Optional.of(0.25), Optional.of(Phantom.CageKind.PEEK));

        assertThat(asked.drawn()).isEqualTo(asked.drawn());
        assertThat(asked.drawn().screws()).hasSize(8).allMatch(screw -> screw.haloMm() == 2 && screw.rim());
        assertThat(asked.drawn().discs()).hasSize(3).allMatch(disc -> disc.bridging() == 0.25);
        assertThat(asked.drawn().discs().getFirst().cages()).containsOnly(Phantom.CageKind.PEEK);
        Specimen open = new Specimen(5, Level.L3, Level.S1, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(open.drawn().hu()).isEqualTo(asked.drawn().hu());
    }

    @Test
    void no_specimen_stands_on_its_head_or_beyond_what_there_is() {
        assertThatThrownBy(
                        () -> new Specimen(1, Level.L5, Level.L4, Optional.empty(), Optional.empty(), Optional.empty()))
                .hasMessageContaining("lower one");
        assertThatThrownBy(() -> new Specimen(
                        1, Level.L4, Level.L5, Optional.of(Double.NaN), Optional.empty(), Optional.empty()))
                .hasMessageContaining("0 to 4 mm");
        assertThatThrownBy(() ->
                        new Specimen(1, Level.L4, Level.L5, Optional.empty(), Optional.of(-0.1), Optional.empty()))
                .hasMessageContaining("0 to 1");
    }
}
