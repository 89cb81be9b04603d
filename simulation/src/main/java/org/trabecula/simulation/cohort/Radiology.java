package org.trabecula.simulation.cohort;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.trabecula.simulation.mechanism.Parameter;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Timepoint;

/** One participant's images: a radiograph at each visit, and a CT when the charter calls for one and it gets done. */
final class Radiology {
    private final Setting setting;
    private final Person person;
    private final Folder folder;
    private final Nature nature;

    Radiology(Setting setting, Person person, Folder folder, Nature nature) {
        this.setting = setting;
        this.person = person;
        this.folder = folder;
        this.nature = nature;
    }

    void radiograph(PlannedVisit visit, LocalDate on) {
        Chance chance = setting.chance("radiograph", person.index(), visit.at());
        image(visit.at(), on, Modality.RADIOGRAPH, chance, settled -> ct(visit.at(), settled));
    }

    private void ct(Timepoint visit, Settlement radiograph) {
        Chance chance = setting.chance("ct", person.index(), visit);
        boolean done = chance.happens(setting.plan().given().value(Parameter.CT_DONE));
        if (radiograph.unclear().isEmpty() || !done) {
            return;
        }
        LocalDate asked = setting.agenda().today(person.site().zone());
        LocalDate on = Days.working(asked.plusDays(chance.between(2, 7)));
        setting.agenda()
                .add(
                        Days.at(on, chance.between(0.0, 1.0), person.site().zone()),
                        () -> image(visit, on, Modality.CT, chance, _ -> {}));
    }

    /** Makes and receives the images of a day, and files them within the next days, if the participant is still there. */
    private void image(Timepoint visit, LocalDate on, Modality modality, Chance chance, Consumer<Settlement> settled) {
        if (folder.left()) {
            return;
        }
        Look look = nature.look(handle(visit, modality), folder.id(), visit, on, modality, chance);
        Intent received = new Intent.ReceiveImages(
                look.images(), modality, setting.imaging().acquire(look));
        setting.counter().record(setting.team().coordinator(), received);
        Duration lag = chance.happens(0.8) ? Duration.ofMinutes(12) : Duration.ofDays(chance.between(1, 3));
        setting.agenda().soon(lag, () -> file(look, settled));
    }

    private void file(Look look, Consumer<Settlement> settled) {
        if (folder.left()) {
            return;
        }
        Actor coordinator = setting.team().coordinator();
        setting.counter().record(coordinator, new Intent.FileImages(folder.id(), look.visit(), look.images()));
        inspect(look, coordinator);
        setting.sessions()
                .open(
                        look,
                        setting.agenda().today(person.site().zone()),
                        person.site().zone(),
                        settled);
    }

    /** The coordinator looks at every image whose pixels could tell whose it is, and says that nothing is missing. */
    private void inspect(Look look, Actor coordinator) {
        List<String> waiting = setting.counter()
                .desk()
                .view(register -> register.readingRoom().find(look.images()).orElseThrow().images().waiting().stream()
                        .map(ReceivedInstance::uid)
                        .toList());
        if (!waiting.isEmpty()) {
            setting.counter().record(coordinator, new Intent.ReleaseImages(look.images(), waiting));
        }
        if (setting.protocol().charter().images().coverage()) {
            setting.counter().record(coordinator, new Intent.ConfirmCoverage(look.images()));
        }
    }

    /** Says nothing about whose images they are. */
    private ImagingStudyId handle(Timepoint visit, Modality modality) {
        String name = "images/" + setting.plan().seed() + "/" + person.index() + "/" + visit + "/" + modality;
        return new ImagingStudyId(
                Hash.sha256(name.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 20));
    }
}
