package io.ganglion.lab.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;

/** Kraken's answers: errors are a list of texts beside the result, with the status 200. */
final class KrakenErrors {
  private KrakenErrors() {}

  static Reply ok(JsonNode result) {
    var body = Json.object();
    body.putArray("error");
    return Reply.ok(body.<ObjectNode>set("result", result));
  }

  static Reply error(String text) {
    var body = Json.object();
    body.putArray("error").add(text);
    return Reply.ok(body);
  }
}
