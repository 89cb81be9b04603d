package org.trabecula.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.trabecula.app.Installation;
import org.trabecula.app.Refusal;
import org.trabecula.app.ShellUser;
import org.trabecula.app.images.Destination;
import org.trabecula.app.images.Incoming;
import org.trabecula.app.images.Receipt;
import org.trabecula.app.images.RejectedAlike;
import org.trabecula.app.images.Rejection;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a folder of DICOM files in, all of them or none. */
@Command(
        name = "ingest",
        description =
                "Takes the DICOM files and zip archives of a folder in, without their identity; all of them or none.",
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Parameters(paramLabel = "FOLDER", description = "where the files are; folders in it are searched too")
    private Path folder = Path.of(".");

    @Option(
            names = "--subject",
            paramLabel = "ID",
            description = "the participant; without one the images wait in the inbox")
    private Optional<String> subject = Optional.empty();

    @Option(names = "--visit", paramLabel = "VISIT", description = "the visit, such as m6; goes with --subject")
    private Optional<String> visit = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Optional<Destination> to = destination();
        if (!Files.isDirectory(folder)) {
            throw new Refusal(
                    Files.exists(folder) ? folder + " is not a folder." : "There is no folder " + folder + ".");
        }
        List<Incoming> files = Incoming.below(folder);
        if (files.isEmpty()) {
            throw new Refusal("There is no file in " + folder + ".");
        }
        try (Installation installation = home.existing(Clock.systemUTC())) {
            Receipt receipt = installation
                    .images()
                    .intake(installation.desk())
                    .receive(files, _ -> ShellUser.as(Role.COORDINATOR), to);
            return switch (receipt) {
                case Receipt.Refused refused -> refuse(refused);
                case Receipt.Taken taken -> tell(taken);
            };
        }
    }

    private Optional<Destination> destination() {
        if (subject.isEmpty() && visit.isEmpty()) {
            return Optional.empty();
        }
        String id = subject.filter(ParticipantId::valid)
                .orElseThrow(() -> new Refusal("--visit needs the participant with it: --subject ID."));
        try {
            return Optional.of(new Destination(new ParticipantId(id), Timepoint.of(visit.orElse(""))));
        } catch (IllegalArgumentException e) {
            throw new Refusal("--subject needs the visit with it, written like this: --visit m6.");
        }
    }

    private int refuse(Receipt.Refused refused) {
        if (refused.objections().isEmpty() && refused.foreign()) {
            throw new Refusal(foreign(refused.files()));
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("Nothing was stored.");
        for (RejectedAlike alike : RejectedAlike.of(refused.files())) {
            String rule = " [" + alike.rule().id() + "]";
            alike.examples().forEach(rejection -> err.println("  " + rejection.sentence() + rule));
            if (alike.more() > 0) {
                err.println("  and " + alike.more() + " more for the same reason" + rule);
            }
        }
        for (Objection objection : refused.objections()) {
            err.println("  " + objection.sentence() + " [" + objection.rule().id() + "]");
        }
        return 1;
    }

    private String foreign(List<Rejection> files) {
        RejectedAlike alike = RejectedAlike.of(files).getFirst();
        String names = alike.examples().stream().map(Rejection::file).collect(Collectors.joining(", "));
        return "There is no DICOM file in " + folder + ", only "
                + (files.size() == 1 ? "a file" : files.size() + " files") + " of another kind (" + names
                + (alike.more() > 0 ? ", …" : "") + "). Nothing was stored.";
    }

    private int tell(Receipt.Taken taken) {
        PrintWriter out = spec.commandLine().getOut();
        for (Receipt.Arrival study : taken.studies()) {
            String what = study.modality() == Modality.CT ? "CT" : "radiograph";
            String fresh = study.fresh() == 0 ? "all known before" : study.fresh() + " new";
            String where = study.filed() ? "filed under a visit" : "waits in the inbox";
            out.println(study.id() + "  " + what + ", images: " + study.images() + " (" + fresh + "), " + where);
            if (!study.unfiled().isEmpty()) {
                out.println("  not filed: "
                        + study.unfiled().stream().map(Objection::sentence).collect(Collectors.joining(" ")));
            }
        }
        return 0;
    }
}
