package io.ganglion.egress;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of an outward request, and what that proves. */
public sealed interface HttpResult {
  /**
   * A complete answer.
   *
   * @param headers names in lower case
   */
  record Answered(int status, Map<String, List<String>> headers, byte[] body)
      implements HttpResult {
    public Optional<String> header(String name) {
      return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
  }

  /**
   * No byte of the request left this machine: refused by the guard, DNS, connect or TLS handshake.
   */
  record NotSent(String reason, boolean guarded) implements HttpResult {}

  /** The request may have been taken: a reset, a timeout, a truncated or too large answer. */
  record Lost(String reason) implements HttpResult {}
}
