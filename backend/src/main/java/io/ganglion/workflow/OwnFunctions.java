package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;

/** The schemas of Ganglion's own functions, and of the DSL's that it runs itself. */
public final class OwnFunctions {
  private OwnFunctions() {}

  /** The JSON Schema of a function's arguments. */
  public static JsonNode arguments(String function) {
    return Resource.json("functions/%s.json".formatted(function));
  }
}
