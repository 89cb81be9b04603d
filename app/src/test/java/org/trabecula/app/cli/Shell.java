package org.trabecula.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shell in a folder of its own, with an installation of the reference study. */
record Shell(Path folder) {
    private static final String STUDY = Path.of("..", "studies", "3dcop").toString();

    /** What a command printed, and its exit status. */
    record Said(int status, String out, String err) {}

    Path home() {
        return folder.resolve("home");
    }

    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    Said run(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, "--home", home().toString()));
        if (command.equals("import") && !Files.exists(home())) {
            all.addAll(List.of("--study", STUDY));
        }
        all.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Trabecula.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Said(status, out.toString(), err.toString());
    }

    JsonNode analysed(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--json"));
        all.addAll(List.of(arguments));
        return new JsonMapper()
                .readTree(run("analyse", all.toArray(String[]::new)).out());
    }
}
