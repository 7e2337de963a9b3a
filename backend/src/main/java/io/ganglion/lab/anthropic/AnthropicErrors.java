package io.ganglion.lab.anthropic;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;

/**
 * Anthropic's errors.
 *
 * @see <a href="https://docs.anthropic.com/en/api/errors">errors</a>
 */
final class AnthropicErrors {
  private AnthropicErrors() {}

  static Reply invalid(String message) {
    return error(400, "invalid_request_error", message);
  }

  static Reply unauthorized(boolean keyed) {
    return error(
        401, "authentication_error", keyed ? "invalid x-api-key" : "x-api-key header is required");
  }

  static Reply notFound(String message) {
    return error(404, "not_found_error", message);
  }

  static Reply limited() {
    return error(
        429, "rate_limit_error", "This request would exceed your organization's rate limit.");
  }

  static Reply failed() {
    return error(500, "api_error", "Internal server error");
  }

  static Reply overloaded() {
    return error(529, "overloaded_error", "Overloaded");
  }

  private static Reply error(int status, String type, String message) {
    var body = Json.object().put("type", "error");
    body.putObject("error").put("type", type).put("message", message);
    return Reply.of(status, body);
  }
}
