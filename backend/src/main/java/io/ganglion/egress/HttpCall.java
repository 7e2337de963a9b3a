package io.ganglion.egress;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One outward request.
 *
 * @param headers by name, values in order; never logged
 * @param body empty for none
 * @param timeout from the first byte sent to the last byte read; connecting has its own limit
 * @param fresh whether to use a new connection, so that a reused one can't fail with unknown fate
 *     (blind acts)
 * @param redirects how many redirects to follow, each hop checked; 0 answers with the 3xx itself
 */
public record HttpCall(
    String method,
    URI uri,
    Map<String, List<String>> headers,
    byte[] body,
    Duration timeout,
    Origin origin,
    boolean fresh,
    int redirects) {
  /** Never shows headers, body, path or query: any of them may hold a credential. */
  @Override
  public String toString() {
    return "HttpCall[%s %s]".formatted(method, uri.getHost());
  }
}
