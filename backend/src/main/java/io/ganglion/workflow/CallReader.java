package io.ganglion.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.schema.Schemas;
import java.util.Optional;

/** Reads {@code call}: resolves functions of {@code use} and checks what is known of arguments. */
record CallReader(Phrases phrases, Shelf shelf, ArgumentCheck check) {

  CallReader(Phrases phrases, Shelf shelf, Functions functions, Schemas schemas) {
    this(phrases, shelf, new ArgumentCheck(phrases, functions, schemas));
  }

  Optional<Task> read(Part part, Task.Common common) {
    var call = part.get("call");
    var function = call.flatMap(c -> c.text("'call'"));
    boolean sound = part.get("with").map(w -> w.object("'with'").isPresent()).orElse(true);
    if (call.isEmpty() || function.isEmpty() || !sound) {
      return Optional.empty();
    }
    var defined = Optional.ofNullable(shelf.functions().get(function.get()));
    var with = new Part(arguments(part, defined), part.pointer() + "/with", part.findings());
    var target =
        defined.flatMap(d -> d.get("call")).map(c -> c.node().textValue()).orElse(function.get());
    var template = phrases.template(with);
    check.check(target, call.get(), with);
    return Optional.of(new Task.Call(common, target, template));
  }

  /** The function's arguments, the call's own going first. */
  private static ObjectNode arguments(Part part, Optional<Part> defined) {
    var arguments = Json.object();
    defined.flatMap(d -> d.get("with")).ifPresent(w -> arguments.setAll((ObjectNode) w.node()));
    part.get("with").ifPresent(w -> arguments.setAll((ObjectNode) w.node()));
    return arguments;
  }
}
