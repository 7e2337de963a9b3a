package io.ganglion.lab.binance;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;

/**
 * Binance's error codes.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/errors">error codes</a>
 */
final class BinanceErrors {
  private BinanceErrors() {}

  static Reply badKey() {
    return error(401, -2015, "Invalid API-key, IP, or permissions for action.");
  }

  static Reply badSignature() {
    return error(400, -1022, "Signature for this request is not valid.");
  }

  static Reply tooLate() {
    return error(400, -1021, "Timestamp for this request is outside of the recvWindow.");
  }

  static Reply tooEarly() {
    return error(400, -1021, "Timestamp for this request was 1000ms ahead of the server's time.");
  }

  static Reply windowTooLong() {
    return error(400, -1131, "recvWindow must be less than 60000");
  }

  static Reply missing(String parameter) {
    return error(
        400,
        -1102,
        "Mandatory parameter '%s' was not sent, was empty/null, or malformed."
            .formatted(parameter));
  }

  static Reply illegal(String parameter) {
    return error(400, -1100, "Illegal characters found in parameter '%s'.".formatted(parameter));
  }

  static Reply badSymbol() {
    return error(400, -1121, "Invalid symbol.");
  }

  static Reply filter(String name) {
    return error(400, -1013, "Filter failure: " + name);
  }

  static Reply insufficientBalance() {
    return error(400, -2010, "Account has insufficient balance for requested action.");
  }

  static Reply duplicateOrder() {
    return error(400, -2010, "Duplicate order sent.");
  }

  static Reply unknownToCancel() {
    return error(400, -2011, "Unknown order sent.");
  }

  static Reply noSuchOrder() {
    return error(400, -2013, "Order does not exist.");
  }

  static Reply tooMany() {
    return error(429, -1003, "Too many requests; current limit of IP is exceeded.");
  }

  static Reply internal() {
    return error(500, -1000, "An unknown error occurred while processing the request.");
  }

  private static Reply error(int status, int code, String message) {
    return Reply.of(status, Json.object().put("code", code).put("msg", message));
  }
}
