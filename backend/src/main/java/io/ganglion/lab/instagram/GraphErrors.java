package io.ganglion.lab.instagram;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;

/**
 * The Graph API's errors.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes">error
 *     codes</a>
 */
final class GraphErrors {
  private GraphErrors() {}

  static Reply badToken() {
    return error(401, "Invalid OAuth access token - Cannot parse access token", 190, 0);
  }

  static Reply parameter(String message) {
    return error(400, "(#100) " + message, 100, 0);
  }

  static Reply missing(String id) {
    return error(
        400,
        "Unsupported request. Object with ID '%s' does not exist, cannot be loaded due to missing permissions, or does not support this operation."
            .formatted(id),
        100,
        33);
  }

  static Reply unknownPath(String path) {
    return error(400, "Unknown path components: " + path, 2500, 0);
  }

  /** The container is still in work, or came to nothing. */
  static Reply notReady() {
    return error(400, "Media ID is not available", 9007, 2207027);
  }

  /** The container was published before. */
  static Reply published() {
    return error(400, "The media has already been published", 9007, 2207006);
  }

  static Reply quotaReached() {
    return error(403, "Application request limit reached", 9, 2207042);
  }

  static Reply tooMany() {
    return error(429, "(#4) Application request limit reached", 4, 0);
  }

  static Reply internal() {
    return error(500, "An unknown error has occurred.", 1, 0);
  }

  private static Reply error(int status, String message, int code, int subcode) {
    var error =
        Json.object().put("message", message).put("type", "OAuthException").put("code", code);
    if (subcode != 0) {
      error.put("error_subcode", subcode);
    }
    error.put("fbtrace_id", "Alab" + Integer.toHexString(message.hashCode()));
    return Reply.of(status, Json.object().set("error", error));
  }
}
