package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.trabecula.simulation.mechanism.Allocation;
import org.trabecula.simulation.mechanism.Attendance;
import org.trabecula.simulation.mechanism.Construct;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.simulation.mechanism.Population;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.study.protocol.Timepoint;

/** Conducts virtual studies of one scenario, one after another; belongs to one thread. */
final class Enrolment {
    /** Participants of a study have streams next to each other, so that no two of any two studies share one. */
    private static final int BITS_FOR_PARTICIPANTS = 20;

    private final Scenario scenario;
    private final Rules rules;
    private final Population population;
    private final Allocation allocation;
    private final Attendance attendance;
    private final Construct construct;
    private final Reading reading;
    private final List<Timepoint> visits;

    Enrolment(Scenario scenario, Rules rules) {
        this.scenario = scenario;
        this.rules = rules;
        this.population = new Population(scenario.given());
        this.allocation = new Allocation(scenario.given());
        this.attendance = new Attendance(scenario.given());
        this.construct = new Construct(scenario.given());
        this.reading = new Reading(rules, scenario.given());
        this.visits = rules.months().stream().map(Timepoint::new).toList();
    }

    static RandomGenerator stream(long seed, long study, int participant) {
        return Philox.of(seed, (study << BITS_FOR_PARTICIPANTS) + participant);
    }

    /** One study; the same seed and number give the same study, whoever conducts it. */
    VirtualStudy conduct(long seed, int study) {
        List<VirtualStudy.Member> members = new ArrayList<>();
        for (int index = 0; index < scenario.participants(); index++) {
            members.add(member(index, stream(seed, study, index)));
        }
        return new VirtualStudy(members);
    }

    private VirtualStudy.Member member(int index, RandomGenerator chance) {
        Participant one = population.draw(chance);
        double dice = chance.nextDouble();
        boolean titanium = allocation.dealt() ? index % 2 == 0 : dice < allocation.chance(one);
        construct.live(one, titanium, chance);
        double leaves = attendance.leaves(chance);
        List<VirtualStudy.Seen> seen = new ArrayList<>();
        for (int visit = 0; visit < visits.size(); visit++) {
            int planned = rules.months().get(visit);
            double held = attendance.held(planned, leaves, chance);
            if (held >= 0) {
                seen.add(new VirtualStudy.Seen(
                        planned, held, reading.outcomes(one, titanium, construct, visits.get(visit), held, chance)));
            }
        }
        return new VirtualStudy.Member(one, titanium, seen);
    }
}
