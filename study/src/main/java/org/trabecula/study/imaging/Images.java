package org.trabecula.study.imaging;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The image files of an imaging study and what people decided about them. An image with a {@link Hold} waits: it is shown to
 * nobody but the person who decides on it, until it is released, blanked or set aside.
 *
 * @param received as they arrived, in display order
 * @param decided what became of images on which somebody decided, by their UID
 * @param disputed other pixels that arrived under the UID of an image that was there, and wait for the site's answer
 * @param dropped the hashes of files that were taken out: by blanking, by setting aside, or by the answer which of two counts
 * @param covered whether somebody looked and said that the images show all that is to be judged
 * @param acceptedAnyway whether somebody accepted them although they fall short of the charter
 */
public record Images(
        List<ReceivedSeries> received,
        Map<String, Decided> decided,
        List<ReceivedInstance> disputed,
        Set<String> dropped,
        boolean covered,
        boolean acceptedAnyway) {

    /** What a person decided about an image whose pixels he saw. */
    public sealed interface Decided {
        /** Nothing in them tells whose they are. */
        record Released() implements Decided {}

        /**
         * Something did; it is blanked in the file that takes the image's place.
         *
         * @param sha256 of that file
         */
        record Blanked(String sha256, List<PixelBox> boxes) implements Decided {
            public Blanked {
                boxes = List.copyOf(boxes);
            }
        }

        /** The image is of no use to the study. */
        record SetAside() implements Decided {}
    }

    public Images {
        received = List.copyOf(received);
        decided = Map.copyOf(decided);
        disputed = List.copyOf(disputed);
        dropped = Set.copyOf(dropped);
    }

    public static Images of(List<ReceivedSeries> received) {
        return new Images(received, Map.of(), List.of(), Set.of(), false, false);
    }

    Images and(List<ReceivedSeries> more) {
        return new Images(
                Stream.concat(received.stream(), more.stream()).toList(),
                decided,
                disputed,
                dropped,
                covered,
                acceptedAnyway);
    }

    Images decide(List<String> uids, Decided decision) {
        Map<String, Decided> now = new HashMap<>(decided);
        uids.forEach(uid -> now.put(uid, decision));
        Stream<String> gone = decision instanceof Decided.Released
                ? Stream.empty()
                : uids.stream().flatMap(uid -> present(uid).stream());
        return new Images(received, now, disputed, dropping(gone), covered, acceptedAnyway);
    }

    private Set<String> dropping(Stream<String> more) {
        return Stream.concat(dropped.stream(), more).collect(Collectors.toSet());
    }

    Images dispute(ReceivedInstance newcomer) {
        return new Images(
                received,
                decided,
                Stream.concat(disputed.stream(), Stream.of(newcomer)).toList(),
                dropped,
                covered,
                acceptedAnyway);
    }

    /** Ends the question which of two images with one UID counts. */
    Images settle(String uid, String sha256, boolean newcomer) {
        List<ReceivedInstance> open =
                disputed.stream().filter(one -> !one.sha256().equals(sha256)).toList();
        Optional<ReceivedInstance> instead = disputed.stream()
                .filter(one -> newcomer && one.sha256().equals(sha256))
                .findFirst();
        Map<String, Decided> now = new HashMap<>(decided);
        Optional<String> gone = instead.isPresent() ? present(uid) : Optional.of(sha256);
        instead.ifPresent(_ -> now.remove(uid));
        return new Images(
                instead.map(this::replaced).orElse(received),
                now,
                open,
                dropping(gone.stream()),
                covered,
                acceptedAnyway);
    }

    private List<ReceivedSeries> replaced(ReceivedInstance by) {
        return received.stream()
                .map(series -> series.with(series.instances().stream()
                        .map(one -> one.uid().equals(by.uid()) ? by : one)
                        .toList()))
                .toList();
    }

    Images confirmCoverage() {
        return new Images(received, decided, disputed, dropped, true, acceptedAnyway);
    }

    Images acceptAnyway() {
        return new Images(received, decided, disputed, dropped, covered, true);
    }

    /** Every image as it arrived. */
    public Stream<ReceivedInstance> all() {
        return received.stream().flatMap(series -> series.instances().stream());
    }

    public Optional<ReceivedInstance> find(String uid) {
        return all().filter(one -> one.uid().equals(uid)).findFirst();
    }

    /** The images on which nobody has decided yet and somebody has to. */
    public List<ReceivedInstance> waiting() {
        return all().filter(this::waits).toList();
    }

    public boolean waits(ReceivedInstance one) {
        return one.hold().isPresent() && !decided.containsKey(one.uid());
    }

    /** What may be seen, blanked images in place of those that told too much. */
    public List<ReceivedSeries> shown() {
        return received.stream()
                .map(series -> series.with(
                        series.instances().stream().flatMap(this::shown).toList()))
                .filter(series -> !series.instances().isEmpty())
                .toList();
    }

    private Stream<ReceivedInstance> shown(ReceivedInstance one) {
        return switch (Optional.ofNullable(decided.get(one.uid()))
                .orElseGet(() -> waits(one) ? new Decided.SetAside() : new Decided.Released())) {
            case Decided.Released _ -> Stream.of(one);
            case Decided.Blanked(var sha256, var _) -> Stream.of(new ReceivedInstance(one.uid(), sha256));
            case Decided.SetAside _ -> Stream.empty();
        };
    }

    /** Whether readers may have them: none waits, and not all of them were set aside. */
    boolean ready() {
        return waiting().isEmpty() && (received.isEmpty() || !shown().isEmpty());
    }

    /** How the images that may be seen were made, series by series; a series that came in parts is one. */
    Map<String, Acquisition> acquisitions() {
        Set<String> seen = new HashSet<>();
        shown().forEach(series -> seen.add(series.uid()));
        Map<String, Acquisition> all = new LinkedHashMap<>();
        for (ReceivedSeries series : received) {
            if (seen.contains(series.uid())) {
                series.acquisition().ifPresent(one -> all.merge(series.uid(), one, Acquisition::and));
            }
        }
        return all;
    }

    /** The file by which an image is present now; empty if it was set aside or is not known. */
    public Optional<String> present(String uid) {
        return find(uid)
                .flatMap(one -> waits(one)
                        ? Optional.of(one.sha256())
                        : shown(one).findFirst().map(ReceivedInstance::sha256));
    }

    /** Every file that has to be kept. */
    public List<String> files() {
        return Stream.concat(
                        shown().stream().flatMap(series -> series.instances().stream()),
                        Stream.concat(waiting().stream(), disputed.stream()))
                .map(ReceivedInstance::sha256)
                .distinct()
                .toList();
    }
}
