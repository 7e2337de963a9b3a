package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** What the library's {@code test, match, capture, scan, splits, sub} and {@code gsub} rest on. */
final class RegexFunctions {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RegexFunctions() {}

  static Map<String, Function> all() {
    return Map.of(
        "_match_impl/3",
        (scope, args, in, path, output, version) ->
            each(
                scope,
                args.get(0),
                args.get(1),
                in,
                regex ->
                    args.get(2)
                        .apply(
                            scope,
                            in,
                            only -> output.emit(matches(regex, in, only.asBoolean()), null))),
        "_sub_impl/3",
        (scope, args, in, path, output, version) ->
            each(
                scope,
                args.get(0),
                args.get(2),
                in,
                regex -> replace(scope, regex.all(in), args.get(1), in, output)));
  }

  private interface Use {
    void accept(Regex regex) throws JsonQueryException;
  }

  private static void each(Scope scope, Expression patterns, Expression flags, JsonNode in, Use use)
      throws JsonQueryException {
    if (!in.isTextual()) {
      throw new JsonQueryException("%s cannot be matched, as it is not a string", in);
    }
    flags.apply(
        scope,
        in,
        flag -> patterns.apply(scope, in, pattern -> use.accept(Regex.compile(pattern, flag))));
  }

  private static JsonNode matches(Regex regex, JsonNode in, boolean only)
      throws JsonQueryException {
    if (only) {
      return BooleanNode.valueOf(regex.found(in));
    }
    var matches = NODES.arrayNode();
    for (var match : regex.all(in)) {
      matches.add(described(match));
    }
    return matches;
  }

  private static ObjectNode described(Regex.Match match) {
    var described = group(match.whole());
    ArrayNode captures = described.putArray("captures");
    for (var capture : match.captures()) {
      captures.add(group(capture).put("name", capture.name()));
    }
    return described;
  }

  private static ObjectNode group(Regex.Group group) {
    return NODES
        .objectNode()
        .put("offset", group.offset())
        .put("length", group.length())
        .put("string", group.text());
  }

  /** Each match by its replacement, for every combination of what the replacements give. */
  private static void replace(
      Scope scope, List<Regex.Match> matches, Expression by, JsonNode in, PathOutput output)
      throws JsonQueryException {
    replace(scope, matches, by, in.textValue(), "", 0, 0, output);
  }

  private static void replace(
      Scope scope,
      List<Regex.Match> matches,
      Expression by,
      String text,
      String done,
      int index,
      int from,
      PathOutput output)
      throws JsonQueryException {
    Meter.current().fits(done.length());
    if (index == matches.size()) {
      output.emit(new TextNode(done + text.substring(from)), null);
      return;
    }
    var match = matches.get(index);
    var names = NODES.objectNode();
    for (var capture : match.captures()) {
      if (capture.name() != null) {
        names.put(capture.name(), capture.text());
      }
    }
    by.apply(
        scope,
        names,
        replacement -> {
          if (!replacement.isTextual()) {
            throw new JsonQueryException("%s can't replace a text", replacement);
          }
          replace(
              scope,
              matches,
              by,
              text,
              done + text.substring(from, match.start()) + replacement.textValue(),
              index + 1,
              match.end(),
              output);
        });
  }
}
