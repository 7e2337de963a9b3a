package io.ganglion.api;

import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The identifier under which a request is found in the logs. */
final class Trace {
  /**
   * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
   */
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

  private Trace() {}

  /** The caller's own trace where there is one, else a fresh identifier; 32 hexadecimal digits. */
  static String of(HttpServerRequest request) {
    var sent = request.getHeader("traceparent");
    if (sent != null) {
      var match = TRACEPARENT.matcher(sent);
      if (match.matches()) {
        return match.group(1);
      }
    }
    var random = ThreadLocalRandom.current();
    var hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}
