package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.schema.Mismatch;
import io.ganglion.schema.SchemaInvalid;
import io.ganglion.schema.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The DSL's own JSON Schema, version 1.0.3, as a second net under our own checks.
 *
 * <p>Each task is checked by itself, by the schema of its kind: from the whole document the schema
 * tries every kind for every task and goes into {@code do} for two of them, which takes time
 * without end when tasks are nested.
 *
 * @see <a
 *     href="https://github.com/serverlessworkflow/specification/blob/v1.0.3/schema/workflow.yaml">workflow.yaml</a>
 */
final class OfficialSchema {
  private static final String FILE = "/workflow/workflow-1.0.3.yaml";

  /**
   * What an emitted event must have. The schema wants its source too, which the reference
   * implementation's own workflows leave out: it is the run, then.
   */
  private static final String EMITTED =
      "/emitTask/allOf/1/properties/emit/properties/event/properties/with/required";

  /** A bearer's token alone is taken for the policy; what else it may be is checked by our own. */
  private static final String POLICIES = "/authenticationPolicy/oneOf";

  /** The document without what is inside of its tasks, and tasks by their kind. */
  private record Parts(JsonNode document, JsonNode tasks) {}

  private final Schemas schemas;
  private volatile @Nullable Parts parts;

  OfficialSchema(Schemas schemas) {
    this.schemas = schemas;
  }

  /** Adds what the schema finds to the document's findings. */
  void check(Part root, List<NamedTask> tasks) {
    try {
      for (var mismatch : causes(schemas.specific(parts().document(), root.node()))) {
        report(root, mismatch.pointer(), mismatch);
      }
      tasks.forEach(task -> check(root, task));
    } catch (SchemaInvalid e) {
      root.wrong("the document can't be checked by the DSL's JSON Schema: " + e.getMessage());
    }
  }

  private void check(Part root, NamedTask named) {
    var task = named.task();
    var word = TaskKind.of(task).word();
    var value = Json.object().set(word, task.common().source());
    for (var mismatch : causes(schemas.specific(parts().tasks(), value))) {
      report(root, named.pointer() + mismatch.pointer().substring(word.length() + 1), mismatch);
    }
    task.inner().forEach(inside -> check(root, inside));
  }

  /**
   * Where anything else is wrong the schema takes the members around it for unknown ones, since no
   * part of it that fits has looked at them.
   */
  private static List<Mismatch> causes(List<Mismatch> all) {
    var causes =
        all.stream().filter(one -> !one.keyword().equals("unevaluatedProperties")).toList();
    return causes.isEmpty() ? all : causes;
  }

  private static void report(Part root, String pointer, Mismatch mismatch) {
    root.findings().add(pointer, mismatch.detail() + " (by the DSL's JSON Schema)");
  }

  /** Read at the first need; reading it twice in a race does no harm. */
  private Parts parts() {
    var known = parts;
    if (known == null) {
      known = divided((ObjectNode) read());
      parts = known;
    }
    return known;
  }

  private static Parts divided(ObjectNode schema) {
    var definitions = (ObjectNode) schema.get("$defs");
    definitions.set("taskList", Json.object().put("type", "array"));
    ((ArrayNode) definitions.at(EMITTED)).removeAll().add("type");
    for (var policy : definitions.at(POLICIES)) {
      if (policy.path("properties") instanceof ObjectNode scheme && scheme.has("bearer")) {
        scheme.putObject("bearer").putArray("type").add("object").add("string");
      }
    }
    var tasks = Json.object();
    tasks.set("$schema", schema.get("$schema"));
    tasks.set("$defs", definitions);
    var kinds = tasks.putObject("properties");
    for (var word : TaskKind.words()) {
      kinds.putObject(word).put("$ref", "#/$defs/%sTask".formatted(word));
    }
    return new Parts(schema, tasks);
  }

  private static JsonNode read() {
    try (var in = OfficialSchema.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + FILE);
      }
      return YamlReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)).root();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
