package io.ganglion.webhook.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.bus.CloudEvent;
import io.ganglion.bus.CloudEvent.JsonReader;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns a proven request into events, in the way of who sent it. Pure. */
final class Reading {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private Reading() {}

  /**
   * What a platform says; empty where the sender is none that we know.
   *
   * @param proven names what the platform gives no identifier
   * @throws SourceProblem for a type of content that the platform doesn't send
   * @throws io.ganglion.kernel.InvalidRequest for what can't be read
   */
  static Optional<Told> platform(Verification kind, Request request, String proven, JsonReader json)
      throws IOException {
    return switch (kind) {
      case Verification.Token t -> Optional.empty();
      case Verification.Standard s -> Optional.empty();
      case Verification.Hmac h -> Optional.empty();
      case Verification.Telegram t -> Optional.of(TelegramUpdate.read(body(request, json)));
      case Verification.Slack s ->
          Optional.of(
              essence(request).equals(FORM)
                  ? SlackRequest.form(request.body(), proven, json)
                  : SlackRequest.json(body(request, json), proven));
      case Verification.Discord d -> Optional.of(DiscordRequest.read(body(request, json), proven));
      case Verification.X x -> Optional.of(XActivity.read(body(request, json), proven));
      case Verification.Stripe s -> Optional.of(stripe(body(request, json), proven));
    };
  }

  private static Told stripe(JsonNode body, String proven) {
    var id = body.path("id").asText("");
    return Told.Happened.one(
        new Told.Item(id.isBlank() ? proven : id, Told.what(body.path("type")), body));
  }

  private static JsonNode body(Request request, JsonReader json) throws IOException {
    if (!essence(request).equals(JSON)) {
      throw SourceProblem.contentType();
    }
    return json.read(request.body());
  }

  private static String essence(Request request) {
    var type = request.contentType();
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** A platform's item. */
  static CloudEvent event(String source, String type, Told.Item item, Instant now) {
    var envelope = Json.object().put("specversion", "1.0").put("id", item.id());
    envelope.put("source", source).put("type", type + "." + item.what());
    envelope.put("time", now.toString()).put("datacontenttype", JSON);
    envelope.set("data", item.data());
    return CloudEvent.of(envelope, "");
  }

  /** The one event of a sender that is no platform we know. */
  static CloudEvent event(
      String source,
      Source.Wanted wanted,
      String proven,
      Request request,
      Instant now,
      JsonReader json)
      throws IOException {
    var headers = wanted.headers();
    var envelope = Json.object().put("specversion", "1.0");
    envelope.put("id", headers.id().flatMap(request::header).orElse(proven));
    envelope.put("source", source);
    envelope.put(
        "type",
        headers
            .type()
            .flatMap(request::header)
            .map(more -> wanted.type() + "." + more)
            .orElse(wanted.type()));
    envelope.put("time", now.toString());
    if (!request.contentType().isBlank()) {
      envelope.put("datacontenttype", request.contentType());
    }
    if (request.body().length > 0) {
      CloudEvent.put(envelope, request.body(), request.contentType(), json);
    }
    return CloudEvent.of(envelope, "");
  }

  /** Events of items, in their order. */
  static List<CloudEvent> events(String source, String type, List<Told.Item> items, Instant now) {
    return items.stream().map(item -> event(source, type, item, now)).toList();
  }
}
