package org.trabecula.app.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.trabecula.assistance.volume.Point;
import org.trabecula.assistance.volume.Volume;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedSeries;

/**
 * Volumes in which assistants measure, made of the archived images of a case. Assistants propose and never decide: a place to measure bone
 * may be shown to a reader at once, since he takes or changes it, but what they find at screws is shown only after the reader's own value
 * is locked, and is stored apart from it, never instead of it.
 */
public final class Assistants {
    /** Half a gigabyte is all the memory there may be, and a whole volume takes a quarter of it: one is held, as long as there is room. */
    private record Held(List<StoredSlices.Place> slices, CtVolume ct) {}

    private final Viewing viewing;
    private final Headers headers;
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<SoftReference<Held>> held = Optional.empty();

    Assistants(Viewing viewing, Headers headers) {
        this.viewing = viewing;
        this.headers = headers;
    }

    /** A series of a case, counted from 0, as a volume to measure in. */
    public Gathered volume(ReadingCase reading, int series) {
        List<ReceivedSeries> all = viewing.merged(reading);
        return series < 0 || series >= all.size() ? new Gathered.Unfit(Gathered.Why.NOT_CT) : volume(all.get(series));
    }

    /** A series as a volume to measure in. */
    public Gathered volume(ReceivedSeries series) {
        return switch (told(series)) {
            case SliceStack.Told.Not(var why) -> new Gathered.Unfit(why);
            case SliceStack.Told.Even(var stack) -> new Gathered.Whole(volume(stack));
        };
    }

    /**
     * Of the CT series of a case the one with the thinnest steps, then the most slices, then the first; if none can be measured in, the
     * first, which says why.
     */
    ReceivedSeries finest(List<ReceivedSeries> cts) {
        return cts.stream()
                .min(Comparator.comparingDouble((ReceivedSeries one) -> step(told(one)))
                        .thenComparingInt(one -> -slices(told(one))))
                .orElseThrow();
    }

    private static double step(SliceStack.Told told) {
        return switch (told) {
            case SliceStack.Told.Even(var stack) -> stack.step();
            case SliceStack.Told.Not _ -> Double.POSITIVE_INFINITY;
        };
    }

    private static int slices(SliceStack.Told told) {
        return switch (told) {
            case SliceStack.Told.Even(var stack) -> stack.slices().size();
            case SliceStack.Told.Not _ -> 0;
        };
    }

    private SliceStack.Told told(ReceivedSeries series) {
        try {
            return SliceStack.of(series, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same volume for all who measure in one CT, so that each of its files is read once. */
    private CtVolume volume(SliceStack stack) {
        turn.lock();
        try {
            return held.map(SoftReference::get)
                    .filter(one -> one.slices().equals(stack.stored()))
                    .map(Held::ct)
                    .orElseGet(() -> hold(stack));
        } finally {
            turn.unlock();
        }
    }

    private CtVolume hold(SliceStack stack) {
        SliceStack.Slice first = stack.slices().getFirst();
        Volume volume = new Volume(
                new StoredSlices(stack.stored(), viewing::pixels),
                first.columns(),
                first.rows(),
                new Point(first.corner().x(), first.corner().y(), first.corner().z()),
                first.spacing().betweenColumns(),
                first.spacing().betweenRows(),
                stack.step());
        CtVolume ct = new CtVolume(
                volume, stack.slices().stream().map(SliceStack.Slice::place).toList(), first.kilovolt());
        held = Optional.of(new SoftReference<>(new Held(stack.stored(), ct)));
        return ct;
    }
}
