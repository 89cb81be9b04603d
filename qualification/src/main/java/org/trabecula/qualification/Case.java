package org.trabecula.qualification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to be computed.
 *
 * @param id the case's name
 * @param method the method's name in the {@link Catalogue}
 * @param inputs its settings
 * @param tables its data sets, in order; none where the inputs say it all
 */
public record Case(String id, String method, Inputs inputs, List<Table> tables) {
    public Case {
        tables = List.copyOf(tables);
    }

    /** The only, or first, data set. */
    public Table table() {
        if (tables.isEmpty()) {
            throw new Unusable("data is missing: the method " + method + " needs a table");
        }
        return tables.getFirst();
    }

    /**
     * Reads a case file; its data files are named relative to the folder above the file's own.
     *
     * @throws Unusable if the file or its data cannot be read or lack a needed part
     */
    public static Case read(Path file) {
        return of(
                parse(file),
                Optional.ofNullable(file.toAbsolutePath().getParent())
                        .flatMap(folder -> Optional.ofNullable(folder.getParent()))
                        .orElse(file.toAbsolutePath().getRoot()));
    }

    static Case of(JsonNode node, Path folder) {
        JsonNode data = node.path("data");
        List<String> files = data.isArray()
                ? StreamSupport.stream(data.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList()
                : data.isString() ? List.of(data.asString()) : List.of();
        return new Case(
                text(node, "id"),
                method(node),
                new Inputs(node.path("inputs")),
                files.stream().map(one -> Table.read(folder.resolve(one))).toList());
    }

    static JsonNode parse(Path file) {
        try {
            JsonNode node = JsonMapper.shared().readTree(Files.readAllBytes(file));
            if (!node.isObject()) {
                throw new Unusable(file + " is not a case: it must be a JSON object");
            }
            return node;
        } catch (IOException problem) {
            throw Unusable.unread(file, problem);
        } catch (JacksonException problem) {
            throw new Unusable(file + " is not JSON: " + problem.getOriginalMessage());
        }
    }

    /** The method's name; a case of multiple imputation may leave it out, since its inputs name a method of their own. */
    private static String method(JsonNode node) {
        JsonNode inputs = node.path("inputs");
        boolean imputation = inputs.path("method").isString() && inputs.has("m") && inputs.has("formula");
        return !node.has("method") && imputation ? MissingMethods.IMPUTATION : text(node, "method");
    }

    private static String text(JsonNode node, String name) {
        if (!node.path(name).isString()) {
            throw new Unusable(name + " is missing from the case");
        }
        return node.path(name).asString();
    }
}
