package io.ganglion.workflow;

import java.util.Set;
import java.util.regex.Pattern;

/** What the DSL asks of the attributes of events, where they are known already. */
final class EventAttributes {
  /** As the DSL's JSON Schema has it. */
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+\\-.]*://.*");

  private static final Set<String> TEXTS = Set.of("id", "type", "subject", "datacontenttype");
  private static final Set<String> URIS = Set.of("source", "dataschema");

  private EventAttributes() {}

  /** Reports attributes that no event can have. */
  static void check(Part with) {
    with.members()
        .forEach(
            (name, value) -> {
              if (TEXTS.contains(name)) {
                value.text("an event's '%s'".formatted(name));
              } else if (URIS.contains(name)) {
                uri(name, value);
              } else if (!name.equals("data")
                  && (value.node().isContainerNode() || value.node().isNull())) {
                value.wrong("an event's attribute is text, a number, true or false");
              }
            });
  }

  private static void uri(String name, Part value) {
    var text = value.text("an event's '%s'".formatted(name));
    if (text.isPresent()
        && !Phrases.delimited(value.node())
        && !URI.matcher(text.get()).matches()) {
      value.wrong("an event's '%s' must be a URI with '://', or an expression".formatted(name));
    }
  }
}
