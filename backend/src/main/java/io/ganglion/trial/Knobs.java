package io.ganglion.trial;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a workflow lets be varied: {@code document.metadata.ganglion.knobs}, an object of values by
 * JSON pointer.
 *
 * @param definition as JSON
 * @param values by pointer
 */
record Knobs(JsonNode definition, Map<String, List<JsonNode>> values) {
  /** The most variants; of more, some are taken, evenly spread. */
  static final int MAX_VARIANTS = 32;

  /** Where variants are stored: they are of no use to anybody else. */
  static final String NAMESPACE = "laboratory";

  private static final String PLACE = "/document/metadata/ganglion/knobs";
  private static final int MAX_KNOBS = 8;
  private static final int MAX_VALUES = 16;
  private static final int HASH = 16;
  private static final double GOLDEN = 0.618;

  /**
   * One way to set all of them.
   *
   * @param document ready to be stored
   */
  record Variant(JsonNode settings, JsonNode document) {}

  /**
   * Reads them.
   *
   * @throws TrialProblem where there are none, or one names no place
   */
  static Knobs of(JsonNode definition) {
    var declared = definition.at(PLACE);
    if (declared.isEmpty()) {
      throw TrialProblem.noKnobs();
    }
    if (declared.size() > MAX_KNOBS) {
      throw TrialProblem.badKnob(PLACE, "at most %d knobs".formatted(MAX_KNOBS));
    }
    var values = new TreeMap<String, List<JsonNode>>();
    declared
        .properties()
        .forEach(
            knob -> values.put(knob.getKey(), values(definition, knob.getKey(), knob.getValue())));
    return new Knobs(definition, values);
  }

  private static List<JsonNode> values(JsonNode definition, String pointer, JsonNode list) {
    if (!pointer.startsWith("/do/") || definition.at(pointer(pointer)).isMissingNode()) {
      throw TrialProblem.badKnob(pointer, "there is no such place below /do");
    }
    if (!list.isArray() || list.isEmpty() || list.size() > MAX_VALUES) {
      throw TrialProblem.badKnob(pointer, "give a list of 1 to %d values".formatted(MAX_VALUES));
    }
    var values = new ArrayList<JsonNode>();
    list.forEach(values::add);
    return values;
  }

  private static JsonPointer pointer(String text) {
    try {
      return JsonPointer.compile(text);
    } catch (IllegalArgumentException e) {
      throw TrialProblem.badKnob(text, "this is no JSON pointer");
    }
  }

  /** All ways to set them, the last knob turning fastest. */
  List<Variant> variants() {
    int all = 1;
    for (var some : values.values()) {
      all = Math.min(all * some.size(), Integer.MAX_VALUE / MAX_VALUES);
    }
    int taken = Math.min(all, MAX_VARIANTS);
    var variants = new ArrayList<Variant>();
    long stride = taken == all ? 1 : stride(all);
    for (int i = 0; i < taken; i++) {
      variants.add(variant((int) (i * stride % all)));
    }
    return variants;
  }

  /** No common divisor with {@code all}: steps of it come to every value of every knob. */
  private static long stride(int all) {
    long stride = Math.round(all * GOLDEN);
    while (BigInteger.valueOf(stride).gcd(BigInteger.valueOf(all)).intValue() > 1) {
      stride++;
    }
    return stride;
  }

  private Variant variant(int nth) {
    var settings = Json.object();
    int left = nth;
    for (var knob : new TreeMap<>(values).descendingMap().entrySet()) {
      settings.set(knob.getKey(), knob.getValue().get(left % knob.getValue().size()));
      left /= knob.getValue().size();
    }
    ObjectNode document = definition.deepCopy();
    settings.properties().forEach(one -> set(document, one.getKey(), one.getValue()));
    ((ObjectNode) document.at("/document/metadata/ganglion")).remove("knobs");
    named(document, NAMESPACE, "v-" + Json.hash(document).substring(0, HASH), "1.0.0");
    return new Variant(settings, document);
  }

  private static void set(ObjectNode document, String pointer, JsonNode value) {
    var place = JsonPointer.compile(pointer);
    var owner = document.at(place.head());
    var last = place.last();
    if (owner instanceof ArrayNode list) {
      list.set(last.getMatchingIndex(), value);
    } else {
      ((ObjectNode) owner).set(last.getMatchingProperty(), value);
    }
  }

  /** Gives a document another name. */
  static void named(JsonNode document, String namespace, String name, String version) {
    ((ObjectNode) document.path("document"))
        .put("namespace", namespace)
        .put("name", name)
        .put("version", version);
  }
}
