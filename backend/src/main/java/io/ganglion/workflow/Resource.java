package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON files of this package that come with the application. */
final class Resource {
  private Resource() {}

  /**
   * @param name below {@code /workflow}
   */
  static JsonNode json(String name) {
    var file = "/workflow/" + name;
    try (var in = Resource.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      return Json.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
