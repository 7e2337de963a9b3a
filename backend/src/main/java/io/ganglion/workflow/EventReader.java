package io.ganglion.workflow;

import io.ganglion.expression.Template;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code emit} and {@code listen}. */
final class EventReader {
  private static final Set<String> WAYS = Set.of("data", "envelope", "raw");
  private final Readers readers;

  EventReader(Readers readers) {
    this.readers = readers;
  }

  Optional<Task> emit(Part part, Task.Common common) {
    var emit = part.get("emit").flatMap(e -> e.object("'emit'"));
    emit.ifPresent(e -> e.only(Set.of("event")));
    var event =
        emit.flatMap(e -> e.need("event", "event: {with: {type, data}}"))
            .flatMap(e -> e.object("'event'"));
    return event
        .flatMap(e -> e.need("with", "the event's attributes: with: {type, data}"))
        .flatMap(w -> w.object("'with'"))
        .map(with -> new Task.Emit(common, attributes(with)));
  }

  private Template attributes(Part with) {
    with.need("type", "a name like com.example.order.placed");
    EventAttributes.check(with);
    if (with.has("specversion")) {
      with.get("specversion").orElse(with).wrong("'specversion' is always 1.0; leave it out");
    }
    return readers.phrases().template(with);
  }

  Optional<Task> listen(Part part, Task.Common common) {
    var listen = part.get("listen").flatMap(l -> l.object("'listen'"));
    listen.ifPresent(l -> l.only(Set.of("to", "read")));
    var foreach = part.get("foreach").flatMap(f -> f.object("'foreach'")).map(this::each);
    var read = listen.flatMap(l -> l.get("read")).flatMap(EventReader::way).orElse(Task.Read.DATA);
    return listen
        .flatMap(l -> l.need("to", "the events, e.g. to: {one: {with: {type: com.example.order}}}"))
        .flatMap(to -> readers.consumptions().read(to, "'to'", true))
        .map(to -> new Task.Listen(common, to, read, foreach));
  }

  private static Optional<Task.Read> way(Part part) {
    var text = part.text("'read'");
    if (text.isPresent() && !WAYS.contains(text.get())) {
      part.wrong("'read' is data, envelope or raw");
      return Optional.empty();
    }
    return text.map(way -> Task.Read.valueOf(way.toUpperCase(Locale.ROOT)));
  }

  private Task.Each each(Part part) {
    part.only(Set.of("item", "at", "do", "output", "export"));
    var item = readers.phrases().names().given(part, "item", "item");
    var at = readers.phrases().names().given(part, "at", "index");
    if (item.equals(at)) {
      part.wrong("'item' and 'at' are both $%s; choose another name for one".formatted(at));
    }
    return new Task.Each(
        item,
        at,
        part.get("do").map(list -> readers.lists().read(list, "'do'")),
        readers.data().read(part, "output", "as"),
        readers.data().read(part, "export", "as"));
  }
}
