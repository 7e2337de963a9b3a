package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.Json;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** Functions on texts and lists whose size and time the library doesn't bound. */
final class TextFunctions {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Arithmetic.Plus PLUS = new Arithmetic.Plus();

  private TextFunctions() {}

  /** A function of one value. */
  private interface OfOne {
    JsonNode apply(JsonNode in) throws JsonQueryException;
  }

  /** A function of the input and one argument. */
  private interface OfTwo {
    JsonNode apply(JsonNode in, JsonNode argument) throws JsonQueryException;
  }

  static Map<String, Function> all() {
    return Map.ofEntries(
        Map.entry("ascii_downcase/0", text("ascii_downcase", s -> shifted(s, 'A', 'Z', 32))),
        Map.entry("ascii_upcase/0", text("ascii_upcase", s -> shifted(s, 'a', 'z', -32))),
        Map.entry("trim/0", text("trim", String::strip)),
        Map.entry("ltrim/0", text("ltrim", String::stripLeading)),
        Map.entry("rtrim/0", text("rtrim", String::stripTrailing)),
        Map.entry("add/0", one(TextFunctions::sum)),
        Map.entry("flatten/0", one(in -> flatten(in, Integer.MAX_VALUE))),
        Map.entry("flatten/1", two((in, depth) -> flatten(in, depth.intValue()))),
        Map.entry("join/1", two(TextFunctions::join)),
        Map.entry("split/1", two(TextFunctions::split)),
        Map.entry("contains/1", two(TextFunctions::contains)),
        Map.entry("indices/1", two((in, part) -> in.isNull() ? in : list(in, part))),
        Map.entry("index/1", two((in, part) -> end(in, part, false))),
        Map.entry("rindex/1", two((in, part) -> end(in, part, true))));
  }

  private static Function one(OfOne function) {
    return (scope, args, in, path, output, version) -> output.emit(function.apply(in), null);
  }

  private static Function two(OfTwo function) {
    return (scope, args, in, path, output, version) ->
        args.getFirst().apply(scope, in, arg -> output.emit(function.apply(in, arg), null));
  }

  private static Function text(String name, UnaryOperator<String> function) {
    return one(
        in -> {
          if (!in.isTextual()) {
            throw new JsonQueryException("%s input must be a string", new TextNode(name));
          }
          return new TextNode(function.apply(in.textValue()));
        });
  }

  private static String shifted(String text, char from, char to, int by) {
    var shifted = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= from && c <= to) {
        shifted.setCharAt(i, (char) (c + by));
      }
    }
    return shifted.toString();
  }

  /** Of many texts or lists at once, for one after the other copies the first ever again. */
  private static JsonNode sum(JsonNode in) throws JsonQueryException {
    if (!in.isContainerNode()) {
      throw new JsonQueryException("Cannot iterate over %s", in);
    }
    if (!in.isEmpty() && in.valueStream().allMatch(JsonNode::isTextual)) {
      var text = new StringBuilder();
      for (var item : in) {
        Meter.current().fits(text.length() + (long) item.textValue().length());
        text.append(item.textValue());
      }
      return new TextNode(text.toString());
    }
    if (!in.isEmpty() && in.valueStream().allMatch(JsonNode::isArray)) {
      var all = NODES.arrayNode();
      for (var item : in) {
        Meter.current().fits(all.size() + (long) item.size());
        all.addAll((ArrayNode) item);
      }
      return all;
    }
    JsonNode sum = NullNode.getInstance();
    for (var item : in) {
      Meter.current().step();
      sum = PLUS.apply(Json.mapper(), sum, item);
    }
    return sum;
  }

  private static JsonNode flatten(JsonNode in, int depth) throws JsonQueryException {
    if (!in.isContainerNode()) {
      throw new JsonQueryException("Cannot iterate over %s", in);
    }
    if (depth < 0) {
      throw new JsonQueryException("flatten depth must not be negative");
    }
    var flat = NODES.arrayNode();
    flatten(in, depth, flat);
    return flat;
  }

  private static void flatten(JsonNode in, int depth, ArrayNode flat) {
    for (var item : in) {
      if (item.isArray() && depth > 0) {
        flatten(item, depth - 1, flat);
      } else {
        flat.add(item);
        Meter.current().fits(flat.size());
      }
    }
  }

  private static JsonNode join(JsonNode in, JsonNode separator) throws JsonQueryException {
    if (!in.isContainerNode()) {
      throw new JsonQueryException("Cannot iterate over %s", in);
    }
    if (!separator.isTextual() && !separator.isNull()) {
      throw new JsonQueryException("%s can't separate texts", separator);
    }
    var between = separator.isNull() ? "" : separator.textValue();
    var text = new StringBuilder();
    boolean first = true;
    for (var item : in) {
      if (item.isContainerNode()) {
        throw new JsonQueryException("%s can't be joined to a text", item);
      }
      var written = item.isNull() ? "" : item.asText();
      Meter.current().fits((long) text.length() + between.length() + written.length());
      text.append(first ? "" : between).append(written);
      first = false;
    }
    return new TextNode(text.toString());
  }

  private static JsonNode split(JsonNode in, JsonNode separator) throws JsonQueryException {
    if (!in.isTextual() || !separator.isTextual()) {
      throw new JsonQueryException("split input and separator must be strings");
    }
    var parts = NODES.arrayNode();
    Search.split(in.textValue(), separator.textValue()).forEach(parts::add);
    return parts;
  }

  private static JsonNode contains(JsonNode in, JsonNode part) throws JsonQueryException {
    boolean alike = in.getNodeType() == part.getNodeType() && (!in.isBoolean() || in.equals(part));
    if (!alike) {
      throw new JsonQueryException("%s and %s cannot have their containment checked", in, part);
    }
    return BooleanNode.valueOf(Search.contains(in, part));
  }

  private static JsonNode list(JsonNode in, JsonNode part) throws JsonQueryException {
    var found = NODES.arrayNode();
    Search.indices(in, part).forEach(found::add);
    return found;
  }

  private static JsonNode end(JsonNode in, JsonNode part, boolean last) throws JsonQueryException {
    List<Integer> found = in.isNull() ? List.of() : Search.indices(in, part);
    if (found.isEmpty()) {
      return NullNode.getInstance();
    }
    return IntNode.valueOf(last ? found.getLast() : found.getFirst());
  }
}
