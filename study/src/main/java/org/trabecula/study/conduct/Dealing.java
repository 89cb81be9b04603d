package org.trabecula.study.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.imaging.Deal;
import org.trabecula.study.imaging.Dealt;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.protocol.ReadingRoutine;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.site.Account;
import org.trabecula.study.site.Role;

/** Who is to read what. Looks at cases and accounts, never at a casebook. */
public final class Dealing {
    private Dealing() {}

    /** The deal of a case that is opened now; none when it was dealt before, or when there are too few readers as yet. */
    static Optional<Ruling.Saying> opened(Decision d, ReadingCase images) {
        return images.dealt().isEmpty()
                ? dealt(d, images, new Deal(d.register().readingRoom(), d.lots()))
                : Optional.empty();
    }

    /** Deals every case that came when there were too few readers. Whoever has read one keeps it. */
    static Ruling waiting(Decision d) {
        Deal deal = new Deal(d.register().readingRoom(), d.lots());
        List<Ruling.Saying> sayings = undealt(
                        d.register(), d.protocol().charter().readers())
                .flatMap(one -> dealt(d, one, deal).stream())
                .toList();
        return sayings.isEmpty() ? Ruling.refuse("", Rule.NOTHING_TO_DEAL) : new Ruling.Say(sayings);
    }

    /** The open cases that anybody may still read, since nobody is named. */
    public static Stream<ReadingCase> undealt(Register register, int readers) {
        return register.readingRoom()
                .all()
                .filter(one ->
                        one.opened() && one.dealt().isEmpty() && one.reads().size() < readers)
                .sorted(java.util.Comparator.comparing(ReadingCase::id));
    }

    private static Optional<Ruling.Saying> dealt(Decision d, ReadingCase one, Deal deal) {
        int readers = d.protocol().charter().readers();
        if (one.reads().size() >= readers) {
            return Optional.empty();
        }
        List<String> chosen =
                deal.among(one, one.reads().stream().map(Read::reader).toList(), available(d.register()), readers);
        return chosen.size() < readers
                ? Optional.empty()
                : Optional.of(new Ruling.Saying(one.id().stream(), new ImagingFact.CaseDealt(chosen)));
    }

    /** Deals anew what a reader owes: all of it when he reads no more, else only what he has had for too long. */
    static Ruling anew(Decision d, Intent.DealAnew intent) {
        List<ReadingCase> owed = owed(
                        d.register(), intent.reader(), d.protocol().charter().routine(), d.now())
                .toList();
        if (owed.isEmpty()) {
            return Ruling.refuse("reader", Rule.NOTHING_TO_DEAL);
        }
        if (d.request().reason().isEmpty()) {
            return Ruling.refuse("reason", Rule.REASON_REQUIRED);
        }
        Deal deal = new Deal(d.register().readingRoom(), d.lots());
        List<Ruling.Saying> sayings = new ArrayList<>();
        for (ReadingCase one : owed) {
            List<String> named = one.dealt().stream().map(Dealt::reader).toList();
            List<String> chosen = deal.among(one, named, available(d.register()), named.size() + 1);
            if (chosen.size() > named.size()) {
                sayings.add(new Ruling.Saying(
                        one.id().stream(), new ImagingFact.ReaderReplaced(intent.reader(), chosen.getLast())));
            }
        }
        return sayings.isEmpty() ? Ruling.refuse("reader", Rule.NO_OTHER_READER) : new Ruling.Say(sayings);
    }

    /** The cases of a reader that may be dealt anew. */
    public static Stream<ReadingCase> owed(Register register, String reader, ReadingRoutine routine, Instant now) {
        boolean gone = available(register).stream().noneMatch(reader::equalsIgnoreCase);
        boolean limited = routine.readWithinDays() > 0;
        Instant late = now.minus(Duration.ofDays(routine.readWithinDays()));
        return register.readingRoom()
                .all()
                .filter(one -> one.opened() && !one.readBy(reader))
                .filter(one -> one.dealt().stream()
                        .filter(dealt -> dealt.reader().equalsIgnoreCase(reader))
                        .anyMatch(dealt -> gone || (limited && dealt.since().isBefore(late))))
                .sorted(java.util.Comparator.comparing(ReadingCase::id));
    }

    /** Everybody who reads now, by account name. */
    public static List<String> available(Register register) {
        return register.accounts().all().stream()
                .filter(account -> account.open() && account.has(Role.READER))
                .map(Account::user)
                .sorted()
                .toList();
    }

    /** Whether the lots have it that the reader reads the case once more, and from when. */
    static Optional<Ruling.Saying> again(Decision d, ReadingCase one) {
        ReadingRoutine routine = d.protocol().charter().routine();
        String reader = d.actor().user();
        double lot = d.lots()
                .share(
                        "again",
                        reader.toLowerCase(java.util.Locale.ROOT),
                        one.id().value());
        LocalDate from = d.now().atZone(ZoneOffset.UTC).toLocalDate().plusWeeks(routine.rereadAfterWeeks());
        return lot < routine.rereadShare().doubleValue()
                ? Optional.of(new Ruling.Saying(one.id().stream(), new ImagingFact.RereadDealt(reader, from)))
                : Optional.empty();
    }
}
