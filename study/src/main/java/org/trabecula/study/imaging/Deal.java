package org.trabecula.study.imaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whom a case is dealt to. For each case the lots put the readers into an order of its own, and the first ones read it: so a deal
 * depends neither on the order of arrival nor on any other case, and nobody's list shows another's. Only who is ahead of the least
 * loaded reader by more than {@link #AHEAD} cases is passed over, which keeps the loads even.
 */
public final class Deal {
    /** Far enough that it rarely matters, near enough that nobody minds. */
    static final int AHEAD = 6;

    private final Lots lots;
    private final Map<String, Long> loads;

    public Deal(ReadingRoom room, Lots lots) {
        this.lots = lots;
        this.loads = new java.util.HashMap<>(room.loads());
    }

    /**
     * Chooses readers.
     *
     * @param kept who reads the case in any case; counted, and never chosen twice
     * @param available everybody who may be chosen
     * @param howMany with those kept
     * @return those kept and those chosen; fewer than asked for when there are not so many
     */
    public List<String> among(ReadingCase one, List<String> kept, Collection<String> available, int howMany) {
        List<String> chosen = new ArrayList<>(kept);
        List<String> free = available.stream()
                .filter(reader -> kept.stream().noneMatch(reader::equalsIgnoreCase))
                .sorted(Comparator.comparing(
                        (String reader) -> lots.word("deal", one.id().value(), reader.toLowerCase(Locale.ROOT))))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        long least = free.stream().mapToLong(this::load).min().orElse(0);
        free.sort(Comparator.comparing(reader -> load(reader) > least + AHEAD));
        free.stream().limit(Math.max(0, howMany - kept.size())).forEach(reader -> {
            chosen.add(reader);
            loads.merge(reader, 1L, Long::sum);
        });
        return chosen;
    }

    private long load(String reader) {
        return loads.getOrDefault(reader, 0L);
    }
}
