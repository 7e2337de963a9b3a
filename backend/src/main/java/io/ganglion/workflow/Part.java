package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value of the document that is being checked; what is wrong goes to its findings. */
record Part(JsonNode node, String pointer, Findings findings) {

  void wrong(String detail) {
    findings.add(pointer, detail);
  }

  boolean has(String name) {
    return node.has(name);
  }

  Optional<Part> get(String name) {
    return Optional.ofNullable(node.get(name)).map(value -> below(name, value));
  }

  /** A member that must be there; {@code what} says what to write. */
  Optional<Part> need(String name, String what) {
    if (node.isObject() && !node.has(name)) {
      wrong("'%s' is missing; add %s".formatted(name, what));
    }
    return get(name);
  }

  /** Itself, if it is an object; else a violation. */
  Optional<Part> object(String what) {
    if (node.isObject()) {
      return Optional.of(this);
    }
    wrong("%s must be an object, not %s".formatted(what, kind()));
    return Optional.empty();
  }

  /** An object's members in order. */
  Map<String, Part> members() {
    var members = new LinkedHashMap<String, Part>();
    node.properties().forEach(e -> members.put(e.getKey(), below(e.getKey(), e.getValue())));
    return members;
  }

  /** Items of what must be a list that is not empty. */
  List<Part> items(String what) {
    if (node.isArray() && node.isEmpty()) {
      wrong("%s is empty; add at least one entry".formatted(what));
    }
    return entries(what);
  }

  /** Items of what must be a list. */
  List<Part> entries(String what) {
    var items = new ArrayList<Part>();
    if (!node.isArray()) {
      wrong("%s must be a list, not %s".formatted(what, kind()));
    } else {
      for (int i = 0; i < node.size(); i++) {
        items.add(new Part(node.get(i), pointer + '/' + i, findings));
      }
    }
    return items;
  }

  /** A text that is not blank. */
  Optional<String> text(String what) {
    if (node.isTextual() && !node.textValue().isBlank()) {
      return Optional.of(node.textValue());
    }
    wrong(
        node.isTextual()
            ? "%s is empty".formatted(what)
            : "%s must be text, not %s".formatted(what, kind()));
    return Optional.empty();
  }

  boolean flag(String what) {
    if (!node.isBoolean()) {
      wrong("%s must be true or false, not %s".formatted(what, kind()));
    }
    return node.asBoolean();
  }

  Optional<Integer> integer(String what, int from, int to) {
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      int value = node.intValue();
      if (value >= from && value <= to) {
        return Optional.of(value);
      }
    }
    wrong("%s must be an integer from %d to %d".formatted(what, from, to));
    return Optional.empty();
  }

  /** Reports every member that has another name. */
  void only(Set<String> known) {
    for (var name : members().keySet()) {
      if (!known.contains(name)) {
        below(name, node.get(name))
            .wrong("unknown property '%s'%s".formatted(name, Closest.hint(name, known)));
      }
    }
  }

  /** What kind of value it is, with its article. */
  String kind() {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case NULL -> "nothing";
      case STRING -> "text";
      case BINARY, BOOLEAN, MISSING, NUMBER, POJO ->
          "a " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }

  private Part below(String name, JsonNode value) {
    return new Part(value, Located.below(pointer, name), findings);
  }
}
