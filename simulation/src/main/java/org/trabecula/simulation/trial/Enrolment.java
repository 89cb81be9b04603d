package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.trabecula.simulation.mechanism.Allocation;
import org.trabecula.simulation.mechanism.Attendance;
import org.trabecula.simulation.mechanism.Complaints;
import org.trabecula.simulation.mechanism.Construct;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.simulation.mechanism.Population;
import org.trabecula.study.protocol.Timepoint;

/** Conducts virtual studies of one scenario, one after another; belongs to one thread. */
final class Enrolment {
    private final Scenario scenario;
    private final Rules rules;
    private final Population population;
    private final Allocation allocation;
    private final Attendance attendance;
    private final Construct construct;
    private final Reading reading;
    private final Complaints complaints;
    private final List<Timepoint> visits;

    Enrolment(Scenario scenario, Rules rules) {
        this.scenario = scenario;
        this.rules = rules;
        this.population = new Population(scenario.given());
        this.allocation = new Allocation(scenario.given());
        this.attendance = new Attendance(scenario.given());
        this.construct = new Construct(scenario.given());
        this.reading = new Reading(rules, scenario.given());
        this.complaints = new Complaints(scenario.given());
        this.visits = rules.months().stream().map(Timepoint::new).toList();
    }

    /** One study; the same luck gives the same study, whoever conducts it. */
    VirtualStudy conduct(Luck luck) {
        List<VirtualStudy.Member> members = new ArrayList<>();
        for (int index = 0; index < scenario.participants(); index++) {
            members.add(member(index, luck.participant(index), luck.voice(index)));
        }
        return new VirtualStudy(members);
    }

    private VirtualStudy.Member member(int index, RandomGenerator chance, RandomGenerator voice) {
        Participant one = population.draw(chance);
        boolean titanium = allocation.titanium(one, index, chance);
        construct.live(one, titanium, chance);
        double leaves = attendance.leaves(chance);
        double tendency = complaints.tendency(voice);
        Complaints.Said before = complaints.before(tendency, voice);
        List<VirtualStudy.Seen> seen = new ArrayList<>();
        for (int visit = 0; visit < visits.size(); visit++) {
            int planned = rules.months().get(visit);
            double held = attendance.held(planned, leaves, chance);
            Complaints.Said said = said(tendency, held >= 0 ? held : planned, voice);
            if (held >= 0) {
                seen.add(new VirtualStudy.Seen(
                        planned,
                        held,
                        reading.outcomes(one, titanium, construct, visits.get(visit), held, chance),
                        said));
            }
        }
        return new VirtualStudy.Member(one, titanium, before, seen);
    }

    private Complaints.Said said(double tendency, double months, RandomGenerator voice) {
        boolean united = construct.grade(construct.segments() - 1, months).fused();
        return complaints.after(tendency, months, construct.loose(months), united, voice);
    }
}
