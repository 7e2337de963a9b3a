package io.ganglion.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.bus.CloudEvent;
import io.ganglion.bus.EventTooLarge;
import io.ganglion.bus.Publication;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.workflow.Task;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** {@code emit}: the event and the step that emits it are one commit. */
final class Emitting {
  private static final JsonPointer SOURCE = JsonPointer.compile("/source");

  private Emitting() {}

  static JsonNode emit(Visit visit, Task.Emit task) {
    var walk = visit.walk();
    var recorded = walk.journal().recorded(visit.position());
    if (recorded.isPresent()) {
      return Leaves.answer(visit, recorded.get());
    }
    if (walk.inWorld() || walk.run().lab()) {
      throw visit.fault(
          WorkflowError.Kind.AUTHORIZATION,
          "a run of the laboratory emits no events, since real runs may hear them");
    }
    var with = visit.evaluate(task.event());
    var event = event(visit, UriTemplate.expand(visit, SOURCE, task.event().source(), with));
    var publication = new Publication(walk.run().tenant(), null, event);
    visit.append(visit.completed(event.envelope(), 1), List.of(publication));
    return event.envelope();
  }

  /**
   * With an id that the same visit would always give, the run as its source, and the time of the
   * visit, where the workflow says nothing else.
   */
  private static CloudEvent event(Visit visit, JsonNode with) {
    var envelope = Json.object().put("specversion", "1.0");
    var place = visit.walk().run().id() + visit.position();
    envelope.put("id", UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString());
    envelope.put("source", "/api/v1/runs/" + visit.walk().run().id());
    envelope.set("time", RuntimeDescriptor.rfc3339(visit.start().at()));
    if (with instanceof ObjectNode attributes) {
      envelope.setAll(attributes);
    }
    try {
      return CloudEvent.of(envelope, "");
    } catch (InvalidRequest | EventTooLarge e) {
      throw visit.fault(WorkflowError.Kind.VALIDATION, "the event is not valid: " + e.detail());
    }
  }
}
