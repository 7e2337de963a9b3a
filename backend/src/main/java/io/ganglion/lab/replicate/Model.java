package io.ganglion.lab.replicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.Arrays;
import java.util.Optional;

/** The models of the laboratory. */
enum Model {
  /** Draws. */
  PAINTER("painter", "Draws what a prompt stands for"),
  /** Repeats, word by word. */
  WRITER("writer", "Writes a prompt down again"),
  /** Fails, always. */
  BROKEN("broken", "Fails");

  private static final String OWNER = "laboratory";

  private final String word;
  private final String description;

  Model(String word, String description) {
    this.word = word;
    this.description = description;
  }

  /** By owner/name, with or without its version, or by the version alone. */
  static Optional<Model> of(String text) {
    return Arrays.stream(values())
        .filter(
            model ->
                text.equals(model.path())
                    || text.equals(model.version())
                    || text.equals(model.path() + ":" + model.version()))
        .findFirst();
  }

  String path() {
    return OWNER + "/" + word;
  }

  String version() {
    return Json.sha256(path());
  }

  ObjectNode shown() {
    var shown =
        Json.object()
            .put("url", "https://replicate.com/" + path())
            .put("owner", OWNER)
            .put("name", word)
            .put("description", description)
            .put("visibility", "public")
            .put("run_count", 0);
    var version =
        shown
            .putObject("latest_version")
            .put("id", version())
            .put("created_at", "2026-10-01T00:00:00Z");
    var input =
        version
            .putObject("openapi_schema")
            .putObject("components")
            .putObject("schemas")
            .putObject("Input")
            .put("type", "object");
    input.putArray("required").add("prompt");
    input.putObject("properties").putObject("prompt").put("type", "string");
    return shown;
  }
}
