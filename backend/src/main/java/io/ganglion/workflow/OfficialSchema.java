package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.schema.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The DSL's own JSON Schema, version 1.0.3.
 *
 * @see <a
 *     href="https://github.com/serverlessworkflow/specification/blob/v1.0.3/schema/workflow.yaml">workflow.yaml</a>
 */
final class OfficialSchema {
  private static final String FILE = "/workflow/workflow-1.0.3.yaml";
  private final Schemas schemas;
  private volatile @Nullable JsonNode schema;

  OfficialSchema(Schemas schemas) {
    this.schemas = schemas;
  }

  void check(Part root) {
    for (var mismatch : schemas.specific(schema(), root.node())) {
      root.findings().add(mismatch.pointer(), mismatch.detail() + " (by the DSL's JSON Schema)");
    }
  }

  /** Read at the first need; reading it twice in a race does no harm. */
  private JsonNode schema() {
    var known = schema;
    if (known == null) {
      known = read();
      schema = known;
    }
    return known;
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
