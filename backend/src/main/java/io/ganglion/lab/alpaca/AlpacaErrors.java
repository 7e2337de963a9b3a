package io.ganglion.lab.alpaca;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;

/** Alpaca's errors: a code of eight digits that begins with the status. */
final class AlpacaErrors {
  private AlpacaErrors() {}

  static Reply unauthorized() {
    return error(401, 40110000, "request is not authorized");
  }

  static Reply insufficient(String what) {
    return error(403, 40310000, "insufficient " + what);
  }

  static Reply noOrder(String name) {
    return error(404, 40410000, "order not found for " + name);
  }

  static Reply noAsset(String symbol) {
    return error(404, 40410000, "asset not found for " + symbol);
  }

  static Reply noPosition() {
    return error(404, 40410000, "position does not exist");
  }

  static Reply noRoute() {
    return error(404, 40410000, "endpoint not found.");
  }

  static Reply invalid(String message) {
    return error(422, 42210000, message);
  }

  static Reply taken() {
    return error(422, 40010001, "client_order_id must be unique");
  }

  static Reply limited() {
    return error(429, 42910000, "rate limit exceeded");
  }

  static Reply failed() {
    return error(500, 50010000, "internal server error occurred");
  }

  private static Reply error(int status, int code, String message) {
    return Reply.of(status, Json.object().put("code", code).put("message", message));
  }
}
