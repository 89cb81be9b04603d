package org.trabecula.app.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trabecula.app.Analyses;
import org.trabecula.app.Installation;
import org.trabecula.app.Program;
import org.trabecula.app.Refusal;
import org.trabecula.app.Seal;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.milestone.DataCut;
import org.trabecula.study.protocol.Protocol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the result tables. */
@Command(
        name = "analyse",
        description = "Prints the result tables of the study, as text or as JSON.",
        mixinStandardHelpOptions = true)
final class AnalyseCommand implements Callable<Integer> {
    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Option(
            names = "--as-of",
            paramLabel = "POSITION",
            description = "the journal position to analyse at; default: the newest")
    private Optional<Long> asOf = Optional.empty();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Installation installation = home.existing(Clock.systemUTC())) {
            Seal.refuseOutcomes(installation);
            Results results = results(installation);
            long position = results.cut().head().position();
            Protocol protocol = installation.protocolAt(installation.desk().asOf(position));
            DataCut cut = DataCut.at(position, results.cut().head().hash().toString(), protocol, Program.VERSION);
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? ResultJson.of(results, cut) : new ResultText(results, protocol, cut).print());
            out.flush();
            return 0;
        }
    }

    private Results results(Installation installation) {
        if (asOf.isEmpty()) {
            return Analyses.newest(installation);
        }
        long newest = installation.desk().view(Register::position);
        return Analyses.asOf(installation, asOf.get())
                .orElseThrow(() ->
                        new Refusal("The journal has the positions 1 to " + newest + ", not " + asOf.get() + "."));
    }
}
