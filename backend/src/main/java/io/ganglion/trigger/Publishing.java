package io.ganglion.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.bus.CloudEvent;
import io.ganglion.bus.EventTooLarge;
import io.ganglion.connector.Polled;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import java.time.Instant;
import java.util.List;

/** What things become on the bus: the same thing is the same event each time. Pure. */
final class Publishing {
  /** Things of a list may have been missed. */
  static final String GAP = "trigger.gap";

  private Publishing() {}

  static List<CloudEvent> events(Trigger trigger, List<Polled.Item> items, Instant now) {
    return items.stream().map(item -> event(trigger, item, now)).toList();
  }

  private static CloudEvent event(Trigger trigger, Polled.Item item, Instant now) {
    var type = trigger.wanted().type();
    var full = item.what().isEmpty() ? type : type + "." + item.what();
    var at = item.at().orElse(now);
    try {
      return event(trigger, item.id(), full, at, item.data());
    } catch (EventTooLarge | InvalidRequest e) { // or of a form that none has
      var id = item.id().length() <= 512 ? item.id() : "sha256:" + Json.sha256(item.id());
      return event(trigger, id, full, at, Json.object().put("id", id).put("left_out", true));
    }
  }

  /** At most one a round. */
  static CloudEvent gap(Trigger trigger, String reason, Instant now) {
    var data = Json.object().put("trigger", trigger.id().toString()).put("reason", reason);
    data.set("cursor", trigger.progress().cursor());
    return event(trigger, "gap:" + trigger.progress().round(), GAP, now, data);
  }

  private static CloudEvent event(
      Trigger trigger, String id, String type, Instant at, JsonNode data) {
    var envelope = Json.object().put("specversion", "1.0").put("id", id);
    envelope.put("source", Trigger.urn(trigger.id())).put("type", type);
    envelope.put("time", at.toString()).put("datacontenttype", "application/json");
    envelope.set("data", data);
    return CloudEvent.of(envelope, "");
  }
}
