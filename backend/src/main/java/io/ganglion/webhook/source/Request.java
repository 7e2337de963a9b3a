package io.ganglion.webhook.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request at an inbound address.
 *
 * @param headers by name in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(Map<String, List<String>> headers, byte[] body) {
  private static final int MAX_HEADER = 1024;

  /** A header's value; empty where it is missing, was sent twice, or is no text of an id's size. */
  Optional<String> header(String name) {
    var values = headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
    return values.size() == 1 && values.getFirst().length() <= MAX_HEADER
        ? Optional.of(values.getFirst())
        : Optional.empty();
  }

  String contentType() {
    return header("content-type").orElse("");
  }
}
