package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Ganglion adds to the DSL, as JSON Schemas: for editors, and for whoever writes workflows by
 * program.
 */
public final class Language {
  /** The version of the DSL. */
  public static final String DSL = "1.0.3";

  private static final JsonNode METADATA = Resource.json("metadata.json");

  private Language() {}

  /** Of {@code metadata.ganglion}. */
  public static JsonNode metadata() {
    return METADATA.deepCopy();
  }

  /** Of the arguments of each function that isn't a connector's, by its name. */
  public static Map<String, JsonNode> functions() {
    var all = new TreeMap<String, JsonNode>();
    Functions.OWN.forEach(name -> all.put(name, OwnFunctions.arguments(name)));
    return all;
  }
}
