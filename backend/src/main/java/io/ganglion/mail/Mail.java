package io.ganglion.mail;

import java.util.Map;
import java.util.Optional;

/**
 * A mail to a person.
 *
 * @param text what it says
 * @param html the same with links, for programs that show it; empty: the text alone
 * @param headers by name, one value each
 */
public record Mail(
    String to, String subject, String text, Optional<String> html, Map<String, String> headers) {
  public Mail {
    headers = Map.copyOf(headers);
  }

  /** In plain text alone. */
  public Mail(String to, String subject, String text) {
    this(to, subject, text, Optional.empty(), Map.of());
  }
}
