package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.kernel.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code try}. */
final class TryReader {
  private static final Set<String> FILTERS =
      Set.of("type", "status", "instance", "title", "detail", "details");
  private final Readers readers;

  TryReader(Readers readers) {
    this.readers = readers;
  }

  Optional<Task> read(Part part, Task.Common common) {
    var tasks = readers.lists().member(part, "try");
    return part.need("catch", "what to do with an error; {} catches every one")
        .flatMap(c -> c.object("'catch'"))
        .map(c -> new Task.Try(common, tasks, handler(c)));
  }

  private Task.Catch handler(Part part) {
    part.only(Set.of("errors", "as", "when", "exceptWhen", "retry", "do"));
    var errors = part.get("errors").flatMap(e -> e.object("'errors'"));
    errors.ifPresent(e -> e.only(Set.of("with")));
    return new Task.Catch(
        errors.flatMap(e -> e.get("with")).map(TryReader::filter).orElseGet(NullNode::getInstance),
        readers.phrases().names().given(part, "as", "error"),
        part.get("when").flatMap(w -> readers.phrases().expression(w, "'when'")),
        part.get("exceptWhen").flatMap(w -> readers.phrases().expression(w, "'exceptWhen'")),
        part.get("retry").flatMap(r -> readers.retries().retry(r, readers.shelf().retries())),
        part.has("do"),
        part.has("do") ? readers.lists().member(part, "do") : List.of());
  }

  private static JsonNode filter(Part part) {
    if (part.object("'errors.with'").isEmpty()) {
      return NullNode.getInstance();
    }
    part.only(FILTERS);
    if (part.node().isEmpty()) {
      part.wrong("'errors.with' is empty; name what to compare, or remove it to catch every error");
    }
    var filter = Json.object();
    part.members()
        .forEach(
            (name, value) -> {
              if (name.equals("status")) {
                value.integer("an error's status", 100, 599);
              } else if (FILTERS.contains(name)) {
                value.text("an error's %s".formatted(name));
              }
              // The reference says detail, its JSON Schema details; an error has detail.
              filter.set(name.equals("details") ? "detail" : name, value.node());
            });
    return filter;
  }
}
