package org.trabecula.qualification;

import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a case file: its numbers, or why there are none.
 *
 * @param id the case's id; the file's name where it cannot be read
 * @param result the numbers by name; empty when the case is unusable
 * @param error why; empty when there are numbers
 */
public record Computation(String id, Optional<ObjectNode> result, String error) {

    /** Computes a case file. It never fails: whatever goes wrong is said in the error. */
    public static Computation of(Path file) {
        String id = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
        try {
            id = Case.parse(file).path("id").asString(id);
            return new Computation(
                    id, Optional.of(Catalogue.compute(Case.read(file)).json()), "");
        } catch (Unusable problem) {
            return new Computation(id, Optional.empty(), String.valueOf(problem.getMessage()));
        } catch (RuntimeException fault) {
            // A fault of one method must not keep the other cases from being computed.
            return new Computation(id, Optional.empty(), "fault: " + fault);
        }
    }

    /** One object: the id, and the result or the error. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        result.ifPresentOrElse(numbers -> node.set("result", numbers), () -> node.put("error", error));
        return node;
    }
}
