package io.ganglion.lab.replicate;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import java.time.Duration;
import java.util.Optional;

/** Replicate's errors: problem details. */
final class ReplicateErrors {
  private ReplicateErrors() {}

  static Reply unauthorized() {
    return error(401, "Unauthenticated", "You did not pass a valid authentication token");
  }

  static Reply notFound() {
    return error(404, "Not found", "The requested resource could not be found.");
  }

  static Reply invalid(String detail) {
    return error(422, "Input validation failed", detail);
  }

  static Reply failed() {
    return error(500, "Internal server error", "Something went wrong.");
  }

  static Reply limited(Optional<Duration> wait) {
    if (wait.isEmpty()) {
      return error(429, "Too many requests", "Request was throttled.");
    }
    long seconds = Math.ceilDiv(wait.get().toMillis(), 1000L);
    var detail = "Request was throttled. Expected available in %d seconds.".formatted(seconds);
    return error(429, "Too many requests", detail).header("Retry-After", Long.toString(seconds));
  }

  private static Reply error(int status, String title, String detail) {
    return Reply.of(
        status, Json.object().put("title", title).put("detail", detail).put("status", status));
  }
}
