package org.trabecula.study.conduct;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trabecula.study.imaging.BoneProposal;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.MeasuredScrew;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.imaging.Reread;
import org.trabecula.study.imaging.ScrewMeasurements;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.spine.ScrewSite;

/** What assistants propose and measure, noted beside the reads. Looks at the case and the charter, never at a casebook. */
final class Assistance {
    private Assistance() {}

    /** For somebody who has the case to read, first or again, and has not read it yet. */
    static Ruling proposed(Decision d, Intent.NoteProposal intent) {
        return open(d, intent.images(), reading -> {
            String reader = d.actor().user();
            Optional<Reread> again = reading.rereadBy(reader);
            boolean owes = again.map(one -> one.read().isEmpty())
                    .orElseGet(() -> reading.isFor(reader) && !reading.readBy(reader));
            if (!owes) {
                return Ruling.refuse("", reading.readBy(reader) ? Rule.READ_ALREADY : Rule.NOT_DEALT);
            }
            Charter charter = new Charter(d.protocol().charter());
            if (!charter.next(reading, reader, again.isPresent()).asksSegments()) {
                return Ruling.refuse("", Rule.LOOSENING_FIRST);
            }
            return foreign(reading, intent.proposal())
                    .orElseGet(() -> Ruling.record(
                            intent.images().stream(), new ImagingFact.RegionsProposed(reader, intent.proposal())));
        });
    }

    private static Optional<Ruling> foreign(ReadingCase reading, BoneProposal proposal) {
        Set<String> known =
                reading.instances().stream().map(ReceivedInstance::uid).collect(Collectors.toSet());
        boolean here = known.contains(proposal.instance())
                && proposal.regions().stream().map(Measurement::instance).allMatch(known::contains);
        return here ? Optional.empty() : Optional.of(Ruling.refuse("", Rule.MEASUREMENT_FOREIGN, proposal.level()));
    }

    /** Not before anybody has read the case: until then nobody may see it, so there is nothing to note. */
    static Ruling measured(Decision d, Intent.NoteScrews intent) {
        return open(d, intent.images(), reading -> {
            if (reading.reads().isEmpty()) {
                return Ruling.refuse("", Rule.ASSISTANT_WAITS);
            }
            Optional<ScrewMeasurements> known =
                    d.register().readingRoom().assisted(intent.images()).screws();
            if (known.filter(intent.measured()::equals).isPresent()) {
                return Ruling.refuse("", Rule.NOTHING_CHANGED);
            }
            return foreign(reading, intent.measured())
                    .orElseGet(() ->
                            Ruling.record(intent.images().stream(), new ImagingFact.ScrewsMeasured(intent.measured())));
        });
    }

    private static Optional<Ruling> foreign(ReadingCase reading, ScrewMeasurements measured) {
        if (reading.series().stream().map(ReceivedSeries::uid).noneMatch(measured.series()::equals)) {
            return Optional.of(Ruling.refuse("", Rule.MEASUREMENT_FOREIGN, measured.series()));
        }
        List<ScrewSite> sites = measured.screws().stream()
                .map(MeasuredScrew::site)
                .flatMap(Optional::stream)
                .toList();
        return sites.stream()
                .filter(site -> !reading.screws().contains(site) || sites.indexOf(site) != sites.lastIndexOf(site))
                .findFirst()
                .map(site -> Ruling.refuse("", Rule.READ_FOREIGN, site));
    }

    private static Ruling open(Decision d, ImagingStudyId images, Function<ReadingCase, Ruling> decision) {
        return d.register()
                .readingRoom()
                .find(images)
                .filter(new Charter(d.protocol().charter())::deals)
                .map(decision)
                .orElseGet(() -> Ruling.refuse("", Rule.CASE_NOT_OPEN));
    }
}
