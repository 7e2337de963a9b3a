package io.ganglion.lab.x;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;

/** X's errors: problem details of RFC 7807, or a list of partial errors with the status 200. */
final class XErrors {
  private static final String PROBLEMS = "https://api.twitter.com/2/problems/";

  private XErrors() {}

  static Reply unauthorized() {
    return problem(401, "Unauthorized", "Unauthorized");
  }

  static Reply forbidden(String detail) {
    return problem(403, "Forbidden", detail);
  }

  static Reply duplicate() {
    return forbidden("You are not allowed to create a Tweet with duplicate content.");
  }

  static Reply tooMany() {
    return problem(429, "Too Many Requests", "Too Many Requests");
  }

  static Reply noRoute() {
    return problem(404, "Not Found", "Not Found");
  }

  static Reply invalid(String message) {
    var body = Json.object();
    body.putArray("errors").addObject().put("message", message).putObject("parameters");
    body.put("title", "Invalid Request")
        .put("detail", "One or more parameters to your request was invalid.")
        .put("type", PROBLEMS + "invalid-request");
    return Reply.of(400, body);
  }

  /** What a read of a missing post answers: 200, without data. */
  static Reply missing(String kind, String parameter, String id) {
    var body = Json.object();
    body.putArray("errors").add(notFound(kind, parameter, id));
    return Reply.ok(body);
  }

  static Reply gone(String id) {
    return Reply.of(404, notFound("tweet", "id", id).put("status", 404));
  }

  private static ObjectNode notFound(String kind, String parameter, String id) {
    return Json.object()
        .put("value", id)
        .put("detail", "Could not find %s with %s: [%s].".formatted(kind, parameter, id))
        .put("title", "Not Found Error")
        .put("resource_type", kind)
        .put("parameter", parameter)
        .put("resource_id", id)
        .put("type", PROBLEMS + "resource-not-found");
  }

  private static Reply problem(int status, String title, String detail) {
    return Reply.of(
        status,
        Json.object()
            .put("detail", detail)
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status));
  }
}
