package io.ganglion.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads bytes from outside as one JSON value that can be kept. */
public final class JsonTree {
  private JsonTree() {}

  /**
   * The text that was sent.
   *
   * @throws InvalidRequest if it is not UTF-8
   */
  public static String text(byte[] bytes) {
    return decoded(bytes).toString();
  }

  private static CharSequence decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw new InvalidRequest("", "send UTF-8");
    }
  }

  /**
   * @throws InvalidRequest if they are no JSON in UTF-8, nest too deep, or hold what we can't keep
   */
  public static JsonNode read(byte[] bytes) throws IOException {
    var unused = decoded(bytes);
    try {
      var tree = Json.parse(bytes);
      var errors = WireText.check(tree);
      if (!errors.isEmpty()) {
        throw new InvalidRequest(errors);
      }
      return tree;
    } catch (StreamConstraintsException e) {
      throw new InvalidRequest(
          "",
          "nest at most %d deep, with numbers of at most 1000 digits".formatted(Json.MAX_DEPTH));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new InvalidRequest(
          "",
          at == null || at.getLineNr() < 1
              ? "send one JSON value"
              : "this is not JSON, or a key appears twice: line %d, column %d"
                  .formatted(at.getLineNr(), at.getColumnNr()));
    }
  }
}
