package io.ganglion.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An event of CloudEvents 1.0, as its JSON format has it.
 *
 * @param envelope attributes with {@code data} or {@code data_base64}; never changed
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents
 *     1.0.2</a>
 */
public record CloudEvent(ObjectNode envelope) {
  /** The largest event, as UTF-8 JSON. */
  public static final int MAX_BYTES = 256 * 1024;

  /**
   * Checks an event that comes from outside.
   *
   * @param pointer where it stands in what was sent
   * @throws InvalidRequest with everything that is wrong with it
   * @throws EventTooLarge if that is its size alone
   */
  public static CloudEvent of(JsonNode sent, String pointer) {
    var errors = CloudEventRules.check(sent, pointer);
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
    if (Json.write(sent).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new EventTooLarge(pointer);
    }
    var envelope = ((ObjectNode) sent).deepCopy();
    envelope.properties().removeIf(member -> absent(member.getKey(), member.getValue()));
    return new CloudEvent(envelope);
  }

  /** JSON null is no value of an attribute; of the data it is one. */
  private static boolean absent(String name, JsonNode value) {
    return value.isNull() && !name.equals("data");
  }

  public String id() {
    return envelope.path("id").asText();
  }

  public String source() {
    return envelope.path("source").asText();
  }

  public String type() {
    return envelope.path("type").asText();
  }

  /** The data as JSON: binary data as base64, none as null. */
  public JsonNode data() {
    var data = envelope.get("data");
    return data != null ? data : envelope.path("data_base64").isTextual() ? base64() : none();
  }

  /** The data as they came: text as it is, JSON as its text, binary data as base64. */
  public JsonNode raw() {
    var data = envelope.get("data");
    if (data == null) {
      return data();
    }
    return data.isTextual() ? data : TextNode.valueOf(Json.write(data));
  }

  private JsonNode base64() {
    return envelope.path("data_base64");
  }

  private static JsonNode none() {
    return NullNode.getInstance();
  }

  /** Reads JSON that comes from outside. */
  @FunctionalInterface
  public interface JsonReader {
    JsonNode read(byte[] bytes) throws IOException;
  }

  /** Puts data under the name that fits: JSON and text as they are, anything else as base64. */
  public static void put(ObjectNode envelope, byte[] data, String mediaType, JsonReader json)
      throws IOException {
    if (MediaTypes.json(mediaType)) {
      envelope.set("data", json.read(data));
    } else if (MediaTypes.text(mediaType) && kept(data)) {
      envelope.put("data", new String(data, StandardCharsets.UTF_8));
    } else {
      envelope.put("data_base64", Base64.getEncoder().encodeToString(data));
    }
  }

  /** Whether the bytes are text that JSON and the database can hold as such. */
  private static boolean kept(byte[] data) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(data))
          .chars()
          .noneMatch(c -> c == 0);
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
