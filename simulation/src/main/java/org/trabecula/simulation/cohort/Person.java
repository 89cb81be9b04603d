package org.trabecula.simulation.cohort;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.trabecula.simulation.mechanism.Allocation;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.simulation.mechanism.Population;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.SiteDefinition;

/**
 * Somebody who is screened.
 *
 * @param index from 0, the name of all his streams of chance
 * @param operated his place among those who are operated, from 0; for the others without meaning
 * @param one as the model draws him
 * @param body as the forms know him
 */
record Person(
        int index,
        int operated,
        SiteDefinition site,
        LocalDate screened,
        Fate fate,
        Participant one,
        Body body,
        Intention intention) {

    /** Draws people until enough of them are operated. About one in five is not: 12 % unfit, 8 % unwilling, 2 % leave. */
    static List<Person> draw(CohortPlan plan, Protocol protocol) {
        List<Person> people = new ArrayList<>();
        int operated = 0;
        for (int index = 0; operated < plan.participants(); index++) {
            Person person = draw(plan, protocol, index, operated);
            people.add(person);
            operated += person.fate() == Fate.OPERATED ? 1 : 0;
        }
        return people;
    }

    private static Person draw(CohortPlan plan, Protocol protocol, int index, int operated) {
        Chance chance = Chance.of(plan.seed(), "person", index);
        double dice = chance.between(0.0, 1.0);
        Fate fate = dice < 0.12
                ? Fate.NOT_ELIGIBLE
                : dice < 0.20 ? Fate.DECLINES : dice < 0.22 ? Fate.LEAVES_EARLY : Fate.OPERATED;
        RandomGenerator luck = fate == Fate.OPERATED ? plan.luck(operated) : chance.dice();
        Participant one = new Population(plan.given()).draw(luck);
        boolean titanium = new Allocation(plan.given()).titanium(one, operated, luck);
        long span = ChronoUnit.DAYS.between(plan.firstScreening(), plan.lastScreening());
        Body body = Body.of(one, chance);
        return new Person(
                index,
                operated,
                chance.pick(protocol.sites()),
                Days.working(plan.firstScreening().plusDays((long) (one.elapsed() * span))),
                fate,
                one,
                fate == Fate.NOT_ELIGIBLE ? body.unfit(chance) : body,
                Intention.of(one, titanium, protocol.arms(), chance));
    }
}
