package io.ganglion.api.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.api.JsonTree;
import io.ganglion.bus.CloudEvent;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Reads the events of a request, in the mode its headers say.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">HTTP
 *     protocol binding</a>
 */
final class SentEvents {
  static final String STRUCTURED = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";

  /** Events of one batch. */
  static final int MAX_BATCH = 1000;

  private static final String PREFIX = "ce-";

  private SentEvents() {}

  /**
   * @throws InvalidRequest with what is wrong with an event
   * @throws EventProblem when the request has none of the modes
   */
  static List<CloudEvent> read(byte[] body, HttpHeaders headers) throws IOException {
    var type = Objects.requireNonNullElse(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), "");
    var essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (essence.equals(STRUCTURED)) {
      return List.of(CloudEvent.of(JsonTree.read(body), ""));
    }
    if (essence.equals(BATCH)) {
      return batch(body);
    }
    if (headers.getHeaderString(PREFIX + "specversion") == null) {
      throw EventProblem.notEvents();
    }
    return List.of(CloudEvent.of(binary(body, type, headers), ""));
  }

  private static List<CloudEvent> batch(byte[] body) throws IOException {
    var sent = JsonTree.read(body);
    if (!sent.isArray() || sent.size() > MAX_BATCH) {
      throw new InvalidRequest("", "send a list of at most %d events".formatted(MAX_BATCH));
    }
    var events = new ArrayList<CloudEvent>();
    for (int i = 0; i < sent.size(); i++) {
      events.add(CloudEvent.of(sent.get(i), "/" + i));
    }
    return events;
  }

  private static ObjectNode binary(byte[] body, String type, HttpHeaders headers)
      throws IOException {
    var event = Json.object();
    headers
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              var lower = name.toLowerCase(Locale.ROOT);
              if (lower.startsWith(PREFIX)) {
                if (values.size() != 1) {
                  throw new InvalidRequest("/" + lower, "send this header once");
                }
                event.put(lower.substring(PREFIX.length()), decoded(lower, values.getFirst()));
              }
            });
    if (!type.isBlank()) {
      event.put("datacontenttype", type);
    }
    event.remove(List.of("data", "data_base64")); // the body is the data, and nothing else
    if (body.length > 0) {
      CloudEvent.put(event, body, type, JsonTree::read);
    }
    return event;
  }

  /** A header's value: percent-encoded UTF-8, in which + stands for itself. */
  private static String decoded(String name, String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest("/" + name, "send % only as part of a percent-encoded byte");
    }
  }
}
