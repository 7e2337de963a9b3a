package io.ganglion.api;

import io.ganglion.kernel.Problem;
import java.util.Collection;

/** What can be wrong with a request before any feature has seen it. */
public final class RequestProblem extends Problem {
  private static final long serialVersionUID = 1;

  private RequestProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static RequestProblem noRoute() {
    return new RequestProblem(
        404, "not_found", "Not found", "There is no such address; see /api/openapi.json.");
  }

  static RequestProblem method() {
    return new RequestProblem(
        405,
        "method_not_allowed",
        "Method not allowed",
        "This address doesn't know the method; see /api/openapi.json.");
  }

  static RequestProblem mediaType() {
    return new RequestProblem(
        415,
        "unsupported_media_type",
        "Unsupported media type",
        "Send the body as application/json (workflows as application/yaml too), in UTF-8.");
  }

  static RequestProblem encoded() {
    return new RequestProblem(
        415,
        "unsupported_media_type",
        "Unsupported content coding",
        "Send the body as it is, without Content-Encoding: encoded bodies are not taken.");
  }

  static RequestProblem notAcceptable(Collection<String> types) {
    return new RequestProblem(
        406,
        "not_acceptable",
        "Not acceptable",
        "The answer is %s; accept that."
            .formatted(types.isEmpty() ? "application/json" : String.join(" or ", types)));
  }

  static RequestProblem tooLarge(int limitBytes) {
    return new RequestProblem(
        413,
        "payload_too_large",
        "The body is too large",
        "A body may have at most %d bytes.".formatted(limitBytes));
  }

  static RequestProblem malformed(int status) {
    return new RequestProblem(
        status, "bad_request", "The request can't be understood", "Check the address and headers.");
  }

  static RequestProblem internal() {
    return new RequestProblem(
        500,
        "internal",
        "Something broke",
        "This is our fault. It was logged under trace_id; send the request again with an Idempotency-Key.");
  }
}
