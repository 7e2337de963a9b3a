package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.Json;
import io.ganglion.run.Run;
import io.ganglion.workflow.Definition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The DSL's descriptors: {@code $runtime}, {@code $workflow} and date-times. */
final class RuntimeDescriptor {
  static final JsonNode JSON =
      Json.object().put("name", "Ganglion").put("version", "0.1.0").set("metadata", Json.object());

  private RuntimeDescriptor() {}

  static JsonNode workflow(Run run, Definition definition, Instant startedAt) {
    var descriptor = Json.object().put("id", run.id().toString());
    descriptor.set("definition", definition.source());
    descriptor.set("input", run.input());
    descriptor.set("startedAt", time(startedAt));
    return descriptor;
  }

  /** A time as an event carries it. */
  static JsonNode rfc3339(Instant at) {
    return TextNode.valueOf(at.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  static ObjectNode time(Instant at) {
    var time = Json.object().put("iso8601", at.toString());
    time.putObject("epoch")
        .put("seconds", at.getEpochSecond())
        .put("milliseconds", at.toEpochMilli());
    return time;
  }
}
