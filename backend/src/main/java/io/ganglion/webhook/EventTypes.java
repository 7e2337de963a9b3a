package io.ganglion.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The catalogue of event types, and which events of the outbox they are. */
@Singleton
public final class EventTypes {
  static final String TEST = "webhook.test";
  private static final String FILE = "/webhooks/event-types.json";

  private final Map<String, EventType> types = new LinkedHashMap<>();
  private final Map<Told, String> names = new HashMap<>();

  /**
   * An event as the outbox tells it.
   *
   * @param state empty where the type says all
   */
  private record Told(String type, String state) {}

  EventTypes() {
    try (var file = EventTypes.class.getResourceAsStream(FILE)) {
      for (var one : Json.parse(Objects.requireNonNull(file, FILE).readAllBytes())) {
        var name = one.path("name").asText();
        types.put(
            name,
            new EventType(
                name, one.path("description").asText(), one.path("schema"), one.path("example")));
        var from = one.path("from");
        names.put(new Told(from.path("type").asText(), from.path("state").asText()), name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All there are, in the catalogue's order. */
  public List<EventType> all() {
    return List.copyOf(types.values());
  }

  public Optional<EventType> find(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** What an event of the outbox is called outside; empty for what is told to nobody. */
  Optional<String> name(String type, JsonNode data) {
    return Optional.ofNullable(names.get(new Told(type, "")))
        .or(() -> Optional.ofNullable(names.get(new Told(type, data.path("state").asText()))));
  }
}
