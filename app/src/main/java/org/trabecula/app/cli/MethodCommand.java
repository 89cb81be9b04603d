package org.trabecula.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.trabecula.app.Refusal;
import org.trabecula.qualification.Case;
import org.trabecula.qualification.Inputs;
import org.trabecula.qualification.Method;
import org.trabecula.qualification.Table;
import org.trabecula.qualification.Unusable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One statistical method at the shell: its inputs are options. */
final class MethodCommand implements Callable<Integer> {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final Method method;
    private final CommandSpec spec;

    private MethodCommand(Method method) {
        this.method = method;
        this.spec = CommandSpec.wrapWithoutInspection(this);
    }

    /** The command with its options and its help. */
    static CommandSpec of(Method method) {
        var command = new MethodCommand(method);
        Method.Guide guide = method.guide();
        command.spec
                .name(method.name())
                .usageMessage()
                .width(100)
                .description(
                        plain(guide.does()),
                        "",
                        "Convention: " + plain(guide.convention()),
                        "Reference:  " + plain(guide.reference()),
                        "",
                        "A list is written a,b,c; rows of numbers 1,2;3,4.",
                        "");
        for (Method.Input input : guide.inputs()) {
            command.spec.addOption(OptionSpec.builder("--" + input.name())
                    .paramLabel("VALUE")
                    .type(String.class)
                    .required(input.needed())
                    .description(plain(input.means()))
                    .build());
        }
        command.spec.addOption(OptionSpec.builder("--data")
                .paramLabel("FILE.csv")
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .splitRegex(",")
                .description("the table: CSV, the first line names the columns, an empty cell is missing")
                .build());
        command.spec.addOption(OptionSpec.builder("--json")
                .type(boolean.class)
                .description("print JSON")
                .build());
        command.spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        return command.spec;
    }

    /** Picocli formats what it prints. */
    private static String plain(String text) {
        return text.replace("%", "%%");
    }

    @Override
    public Integer call() {
        try {
            ObjectNode result = method.compute(asked()).json();
            PrintWriter out = spec.commandLine().getOut();
            boolean json = value("--json", Boolean.class, false);
            out.print(json ? result + "\n" : StatisticsText.of(result));
            out.flush();
            return 0;
        } catch (Unusable problem) {
            throw new Refusal(atTheShell(String.valueOf(problem.getMessage())));
        }
    }

    /** At the shell, what a case calls its inputs are options. */
    private static String atTheShell(String sentence) {
        return sentence.replace("inputs.", "--").replace("data is missing:", "--data is missing:");
    }

    private Case asked() {
        ObjectNode inputs = NODES.objectNode();
        for (Method.Input input : method.guide().inputs()) {
            String text = value("--" + input.name(), String.class, "");
            if (!text.isEmpty()) {
                inputs.set(input.name(), rows(text));
            }
        }
        var tables = new ArrayList<Table>();
        for (Object file : value("--data", List.class, List.of())) {
            tables.add(Table.read((Path) file));
        }
        return new Case(method.name(), method.name(), new Inputs(inputs), tables);
    }

    private <T> T value(String option, Class<T> type, T otherwise) {
        Object value = spec.findOption(option).getValue();
        return type.isInstance(value) ? type.cast(value) : otherwise;
    }

    private static JsonNode rows(String text) {
        if (!text.contains(";")) {
            return list(text);
        }
        ArrayNode rows = NODES.arrayNode();
        for (String row : text.split(";", -1)) {
            JsonNode one = list(row);
            rows.add(one.isArray() ? one : NODES.arrayNode().add(one));
        }
        return rows;
    }

    private static JsonNode list(String text) {
        if (!text.contains(",")) {
            return word(text.strip());
        }
        ArrayNode list = NODES.arrayNode();
        for (String one : text.split(",", -1)) {
            list.add(word(one.strip()));
        }
        return list;
    }

    private static JsonNode word(String text) {
        if (text.equals("true") || text.equals("false")) {
            return NODES.booleanNode(text.equals("true"));
        }
        try {
            return text.matches("-?\\d{1,18}")
                    ? NODES.numberNode(Long.parseLong(text))
                    : NODES.numberNode(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return NODES.stringNode(text);
        }
    }
}
