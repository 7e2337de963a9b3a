package io.ganglion.api.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.bus.CloudEvent;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem.Violation;
import io.ganglion.kernel.RunId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event for one run.
 *
 * @param name what a {@code listen} task filters by as the event's {@code type}; {@code type} is
 *     another word for it
 */
@Schema(name = "Signal")
public record SignalBody(
    @Schema(examples = "approved") @Nullable String name,
    @Schema(description = "Another word for name") @Nullable String type,
    @Nullable JsonNode data) {

  CloudEvent toEvent(RunId run, UUID id, Instant now) {
    if ((name == null) == (type == null)) {
      throw new InvalidRequest("/name", "name the signal, by name or by type");
    }
    var event = Json.object().put("specversion", "1.0").put("id", id.toString());
    event.put("source", "/api/v1/runs/" + run);
    event.put("type", name == null ? type : name);
    event.put("time", now.truncatedTo(ChronoUnit.MILLIS).toString());
    if (data != null) {
      event.set("data", data);
    }
    try {
      return CloudEvent.of(event, "");
    } catch (InvalidRequest e) {
      if (name == null) {
        throw e;
      }
      throw new InvalidRequest(e.errors().stream().map(SignalBody::named).toList());
    }
  }

  /** What is wrong with the event's type, told of the name that it was sent as. */
  private static Violation named(Violation one) {
    return one.pointer().equals("/type") ? new Violation("/name", one.detail()) : one;
  }
}
