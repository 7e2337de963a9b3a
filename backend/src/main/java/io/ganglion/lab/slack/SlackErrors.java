package io.ganglion.lab.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;

/** Slack's errors: a word, in an answer whose status is 200 for all but limits and failures. */
final class SlackErrors {
  private SlackErrors() {}

  static Reply word(String error) {
    return Reply.ok(body(error));
  }

  static Reply failed() {
    return Reply.of(500, body("internal_error"));
  }

  static Reply limited() {
    return Reply.of(429, body("ratelimited"));
  }

  private static ObjectNode body(String error) {
    return Json.object().put("ok", false).put("error", error);
  }
}
