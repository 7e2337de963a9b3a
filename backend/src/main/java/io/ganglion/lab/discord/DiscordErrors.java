package io.ganglion.lab.discord;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;

/**
 * Discord's errors: a code of its own beside the status.
 *
 * @see <a href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json">codes</a>
 */
final class DiscordErrors {
  private DiscordErrors() {}

  static Reply unauthorized() {
    return error(401, 0, "401: Unauthorized");
  }

  static Reply unknownChannel() {
    return error(404, 10003, "Unknown Channel");
  }

  static Reply unknownGuild() {
    return error(404, 10004, "Unknown Guild");
  }

  static Reply unknownMessage() {
    return error(404, 10008, "Unknown Message");
  }

  static Reply unknownUser() {
    return error(404, 10013, "Unknown User");
  }

  static Reply unknownEmoji() {
    return error(404, 10014, "Unknown Emoji");
  }

  static Reply notYours() {
    return error(403, 50005, "Cannot edit a message authored by another user");
  }

  static Reply empty() {
    return error(400, 50006, "Cannot send an empty message");
  }

  static Reply noPermission() {
    return error(403, 50013, "Missing Permissions");
  }

  static Reply threadExists() {
    return error(400, 160004, "A thread has already been created for this message");
  }

  static Reply noRoute() {
    return error(404, 0, "404: Not Found");
  }

  static Reply failed() {
    return error(500, 0, "500: Internal Server Error");
  }

  static Reply invalid(String field, String code, String message) {
    var body = Json.object().put("message", "Invalid Form Body").put("code", 50035);
    body.putObject("errors")
        .putObject(field)
        .putArray("_errors")
        .addObject()
        .put("code", code)
        .put("message", message);
    return Reply.of(400, body);
  }

  private static Reply error(int status, int code, String message) {
    return Reply.of(status, Json.object().put("message", message).put("code", code));
  }
}
