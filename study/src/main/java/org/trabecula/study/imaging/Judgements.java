package org.trabecula.study.imaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Who is to judge a case, and what was said.
 *
 * @param dealt who is to read it; while nobody is named, any reader may
 * @param reads the independent first reads
 * @param rereads what readers are to read, or have read, a second time
 * @param begun reads in two sheets, by how far they have come
 */
public record Judgements(
        List<Dealt> dealt, List<Read> reads, List<Reread> rereads, List<Begun> begun, Optional<Read> adjudication) {
    static final Judgements NONE = new Judgements(List.of(), List.of(), List.of(), List.of(), Optional.empty());

    public Judgements {
        dealt = List.copyOf(dealt);
        reads = List.copyOf(reads);
        rereads = List.copyOf(rereads);
        begun = List.copyOf(begun);
    }

    /** Something else is to be judged: whoever is to read stays, what was said no longer counts. */
    Judgements anew() {
        return new Judgements(dealt, List.of(), List.of(), List.of(), Optional.empty());
    }

    Judgements deal(List<String> readers, Instant at) {
        return dealing(readers.stream().map(reader -> new Dealt(reader, at)).toList());
    }

    Judgements replace(String reader, String by, Instant at) {
        return dealing(replaced(dealt, one -> one.to(reader), _ -> new Dealt(by, at)));
    }

    Judgements dealAgain(Reread again) {
        return new Judgements(dealt, reads, and(rereads, again), begun, adjudication);
    }

    Judgements begin(String reader, boolean again, UnaryOperator<Begun> by) {
        boolean known = begun.stream().anyMatch(one -> one.of(reader, again));
        List<Begun> all = known ? begun : and(begun, Begun.nothing(reader, again));
        return new Judgements(dealt, reads, rereads, replaced(all, one -> one.of(reader, again), by), adjudication);
    }

    Judgements read(Read read) {
        return new Judgements(dealt, and(reads, read), rereads, begun, adjudication);
    }

    Judgements reread(Read read) {
        List<Reread> after = replaced(
                rereads, one -> one.of(read.reader()), one -> new Reread(one.reader(), one.from(), Optional.of(read)));
        return new Judgements(dealt, reads, after, begun, adjudication);
    }

    Judgements adjudicated(Read decision) {
        return new Judgements(dealt, reads, rereads, begun, Optional.of(decision));
    }

    private Judgements dealing(List<Dealt> readers) {
        return new Judgements(readers, reads, rereads, begun, adjudication);
    }

    private static <T> List<T> and(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static <T> List<T> replaced(List<T> all, Predicate<T> which, UnaryOperator<T> by) {
        return all.stream().map(one -> which.test(one) ? by.apply(one) : one).toList();
    }
}
