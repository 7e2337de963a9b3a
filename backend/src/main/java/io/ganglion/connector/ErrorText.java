package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.List;

/** The human part of a platform's error body. */
final class ErrorText {
  private static final int MAX_CHARS = 200;

  /** Where the platforms we know put their sentence, the most telling first. */
  private static final List<String> PLACES =
      List.of(
          "/detail",
          "/error/message",
          "/message",
          "/msg",
          "/description",
          "/error_description",
          "/error_message",
          "/error",
          "/title");

  private ErrorText() {}

  /**
   * At most 200 characters on one line; empty if the body has no known form.
   *
   * @param secrets blotted out before anything is cut, as half of a secret wouldn't be found
   */
  static String of(byte[] body, Credentials secrets) {
    try {
      return find(Json.parse(body), secrets);
    } catch (IOException e) {
      return "";
    }
  }

  private static String find(JsonNode body, Credentials secrets) {
    return PLACES.stream()
        .map(body::at)
        .filter(JsonNode::isTextual)
        .map(node -> secrets.hide(node.textValue()).replaceAll("\\p{Cntrl}+", " ").strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(text -> text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text)
        .orElse("");
  }
}
