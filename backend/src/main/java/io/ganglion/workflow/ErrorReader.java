package io.ganglion.workflow;

import io.ganglion.expression.Template;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads errors to raise. */
record ErrorReader(Phrases phrases) {
  /** As the DSL's JSON Schema has it. */
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+\\-.]*://.*");

  private static final Pattern POINTER = Pattern.compile("(/([^/~]|~[01])*)*");

  /** {@code raise.error}: inline, or the name of one of {@code use.errors}. */
  Optional<ErrorTemplate> error(Part part, Map<String, ErrorTemplate> known) {
    if (!part.node().isTextual()) {
      return inline(part);
    }
    var name = part.node().textValue();
    if (!known.containsKey(name)) {
      part.wrong("use.errors has no '%s'%s".formatted(name, Closest.hint(name, known.keySet())));
    }
    return Optional.ofNullable(known.get(name));
  }

  Optional<ErrorTemplate> inline(Part part) {
    return part.object("an error").flatMap(this::template);
  }

  private Optional<ErrorTemplate> template(Part part) {
    part.only(Set.of("type", "status", "instance", "title", "detail"));
    var type =
        part.need("type", "a URI like https://serverlessworkflow.io/spec/1.0.0/errors/runtime");
    var status = part.need("status", "an HTTP status, e.g. 500");
    if (type.isEmpty() || status.isEmpty()) {
      return Optional.empty();
    }
    status.get().integer("an error's status", 100, 599);
    return Optional.of(
        new ErrorTemplate(
            text(type.get(), "an error's type", URI, "a URI with '://'"),
            phrases.template(status.get()),
            part.get("title").map(t -> text(t, "an error's title")),
            part.get("detail").map(t -> text(t, "an error's detail")),
            part.get("instance")
                .map(t -> text(t, "an error's instance", POINTER, "a JSON pointer like /do/0"))));
  }

  private Template text(Part part, String what, Pattern pattern, String wanted) {
    if (part.node().isTextual()
        && !Phrases.delimited(part.node())
        && !pattern.matcher(part.node().textValue()).matches()) {
      part.wrong("%s must be %s".formatted(what, wanted));
    }
    return text(part, what);
  }

  private Template text(Part part, String what) {
    return part.text(what).map(t -> phrases.template(part)).orElseGet(phrases::nothing);
  }
}
