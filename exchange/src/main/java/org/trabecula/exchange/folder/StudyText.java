package org.trabecula.exchange.folder;

import java.util.List;
import org.trabecula.exchange.Place;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Criterion;
import org.trabecula.study.protocol.EditCheck;
import org.trabecula.study.protocol.EndpointPlan;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.ReadingCharter;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.SiteDefinition;
import org.trabecula.study.protocol.Text;

/** The content of {@code study.yaml}, with the places that a later check may have to name. */
record StudyText(
        String id,
        String version,
        Text title,
        String registration,
        int planned,
        List<Placed<Arm>> arms,
        List<Placed<SiteDefinition>> sites,
        List<String> consentVersions,
        List<Placed<FormHeading>> forms,
        List<Placed<Criterion>> eligibility,
        List<Placed<PlannedVisit>> visits,
        List<Placed<EditCheck>> checks,
        ReadingCharter charter,
        EndpointPlan endpoints,
        Place primary,
        List<Placed<Score>> scores) {

    Protocol protocol(List<FormDefinition> definitions) {
        return new Protocol(
                id,
                version,
                title,
                registration,
                planned,
                Placed.values(arms),
                Placed.values(sites),
                Placed.values(visits),
                consentVersions,
                Placed.values(eligibility),
                definitions,
                Placed.values(checks),
                charter,
                endpoints);
    }
}
