package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.Steps.SCREENED;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.filled;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.seen;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.MerkleTree;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.testkit.Checks;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.MemoryJournal;
import org.trabecula.study.testkit.Story;
import org.trabecula.study.testkit.World;

/** The only writer: many hands, one truth. */
class DeskTest {
    private static final int HANDS = 8;

    /** Lets all hands do the same thing and gathers what each was told. */
    private static <T> List<T> together(Callable<T> work) throws Exception {
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<T> results = new ArrayList<>();
            for (Future<T> one : hands.invokeAll(
                    IntStream.range(0, HANDS).mapToObj(_ -> work).toList())) {
                results.add(one.get());
            }
            return results;
        }
    }

    @Test
    void ofEightWhoSaveTheSameRevisionExactlyOneIsRecordedAndTheOthersAreTold() throws Exception {
        World world = Story.given(consented()).world();
        ParticipantId id = world.participant();
        for (long revision = 0; revision < 60; revision++) {
            long seen = revision;
            List<Answer> answers = together(() -> {
                String remark =
                        "revision " + seen + " by " + Thread.currentThread().getName();
                return world.desk()
                        .submit(Request.of(
                                        COORDINATOR,
                                        new Intent.SaveForm(
                                                id, "baseline", M0, seen, new TreeMap<>(Map.of("remark", remark))))
                                .because("a race"));
            });
            assertThat(answers.stream().filter(Answer.Recorded.class::isInstance))
                    .hasSize(1);
            assertThat(answers.stream().filter(Answer.Refused.class::isInstance))
                    .hasSize(HANDS - 1)
                    .allSatisfy(answer -> assertThat(((Answer.Refused) answer).objections())
                            .singleElement()
                            .satisfies(one -> assertThat(one.rule()).isEqualTo(Rule.FORM_CHANGED_MEANWHILE)));
        }
        assertThat(world.casebook().form("baseline", M0).revision()).isEqualTo(60);
    }

    @Test
    void screeningIdsAreGivenOnceAndWithoutGapsWhoeverAsksAtTheSameTime() throws Exception {
        World world = new World();
        List<List<String>> given = together(() -> IntStream.range(0, 25)
                .mapToObj(_ -> world.desk().submit(Request.of(COORDINATOR, new Intent.Screen("01", SCREENED))))
                .map(answer ->
                        ((Answer.Recorded) answer).entries().getFirst().stream().id())
                .toList());
        assertThat(given.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 200)
                        .mapToObj(n -> "LITTLE-01-" + (n < 10 ? "00" : n < 100 ? "0" : "") + n)
                        .toList());
    }

    @Test
    void aRequestRepeatedByEightHandsUnderOneKeyHasOneEffect() throws Exception {
        World world = new World();
        List<Answer> answers = together(() -> world.desk()
                .submit(Request.of(COORDINATOR, new Intent.Screen("01", SCREENED))
                        .once("key")));
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Recorded.class));
        assertThat(world.journal().entries()).hasSize(1);
    }

    @Test
    void theSameKeyAgainIsAnsweredAsRecordedWithNothingNew() {
        Story.given(consented(), filled("baseline", M0, Map.of("sex", "1")))
                .when(does(COORDINATOR, w -> new Intent.HoldVisit(w.participant(), LittleStudy.M6, SCREENED)))
                .then(Checks.refused("", Rule.SURGERY_BEFORE_VISITS));
        Story.given(consented())
                .when(does(
                                COORDINATOR,
                                w -> new Intent.SaveForm(
                                        w.participant(), "baseline", M0, 0, new TreeMap<>(Map.of("sex", "1"))))
                        .once("k"))
                .then(Checks.recorded(1))
                .when(does(
                                COORDINATOR,
                                w -> new Intent.SaveForm(
                                        w.participant(), "baseline", M0, 0, new TreeMap<>(Map.of("sex", "1"))))
                        .once("k"))
                .then(Checks.recorded(0));
    }

    @Test
    void twoProgramsOnOneJournalSeeAndRespectEachOther() {
        MemoryJournal journal = new MemoryJournal();
        Clock clock = Clock.fixed(World.NOW, ZoneOffset.UTC);
        Desk one = new Desk(LittleStudy.protocol(), journal, clock);
        Desk other = new Desk(LittleStudy.protocol(), journal, clock);
        one.submit(Request.of(COORDINATOR, new Intent.Screen("01", SCREENED)));
        other.submit(Request.of(COORDINATOR, new Intent.Screen("01", SCREENED)));
        one.submit(Request.of(COORDINATOR, new Intent.Screen("01", SCREENED)));
        assertThat(other.<List<String>>view(register -> register.casebooks().stream()
                        .map(casebook -> casebook.id().value())
                        .toList()))
                .containsExactly("LITTLE-01-001", "LITTLE-01-002", "LITTLE-01-003");
    }

    @Test
    void todayIsTheSitesOwnDay() {
        // 20:00 in Greenwich on 1 June is 04:00 on 2 June in Shanghai and 16:00 on 1 June in New York.
        Clock evening = Clock.fixed(Instant.parse("2029-06-01T20:00:00Z"), ZoneOffset.UTC);
        Desk desk = new Desk(LittleStudy.protocol(), new MemoryJournal(), evening);
        LocalDate second = LocalDate.of(2029, 6, 2);
        Actor everywhere = new Actor("chen", "COORDINATOR", "*");
        assertThat(desk.submit(Request.of(everywhere, new Intent.Screen("01", second))))
                .isInstanceOf(Answer.Recorded.class);
        assertThat(desk.submit(Request.of(everywhere, new Intent.Screen("02", second))))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void anEntrySaysWhoWhenAndWhy() {
        World world = Story.given(
                        consented(),
                        operated(),
                        seen(LittleStudy.M6),
                        seen(LittleStudy.M6, SCREENED.plusMonths(7)).because("wrong day"))
                .world();
        Entry last = world.journal().entries().getLast();
        assertThat(last.actor()).isEqualTo(COORDINATOR);
        assertThat(last.at()).isEqualTo(World.NOW);
        assertThat(last.reason()).contains("wrong day");
        assertThat(last.stream()).isEqualTo(world.participant().stream());
        assertThat(world.desk().about(last.stream())).hasSize(8).endsWith(last);
    }

    @Test
    void aDataCutIsTheStudyAsItWasAndItsHeadIsTheTreeOverTheEntriesUpToThere() {
        World world =
                Story.given(consented(), operated(), imaged(LittleStudy.M6)).world();
        List<Entry> entries = world.journal().entries();
        MerkleTree tree = new MerkleTree();
        for (Entry entry : entries) {
            tree.append(MerkleTree.leaf(entry.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            long position = entry.position();
            assertThat(world.desk().headAt(position)).isEqualTo(new Head(position, tree.head()));
            Register replayed = new Register();
            entries.subList(0, (int) position).forEach(replayed::after);
            Registers.same(world.desk().asOf(position), replayed, entries);
        }
        assertThat(entries).hasSize(10);
        assertThat(world.desk()
                        .asOf(6)
                        .casebook(world.participant())
                        .orElseThrow()
                        .visits())
                .isEmpty();
    }

    @Test
    void everybodyElsesStreamIsItsOwn() {
        World world = Story.given(consented(), consented()).world();
        assertThat(world.desk().about(new StreamId("participant", "LITTLE-01-001")))
                .hasSize(5);
        assertThat(world.desk().about(new StreamId("participant", "LITTLE-01-002")))
                .hasSize(5);
    }
}
