package io.ganglion.lab.http;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Stage.Performance;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** Puts a performance on the wire, broken where it shall be broken. */
final class Wire {
  private static final String NOT_JSON = "<html><body>upstream connect error";
  private static final int NO_CONTENT = 204;

  private Wire() {}

  static Response send(Performance performance, RoutingContext context)
      throws InterruptedException {
    return switch (performance) {
      case Performance.Answer(var reply, var delay) -> {
        Thread.sleep(delay);
        // what a platform says of its own page stands in place of what we say of ours
        reply.headers().keySet().forEach(name -> context.response().headers().remove(name));
        yield response(reply, Json.write(reply.body()));
      }
      case Performance.Malformed(var reply) -> response(withBody(reply), NOT_JSON);
      case Performance.Reset() -> {
        cut(context); // and wait for it, or the answer below would win the race
        yield gone();
      }
      case Performance.Truncated(var reply) -> {
        truncate(withBody(reply), context);
        yield gone();
      }
    };
  }

  private static Response response(Reply reply, String body) {
    var response = Response.status(reply.status());
    if (reply.status() != NO_CONTENT) {
      boolean page = reply.headers().containsKey("Content-Type");
      response.entity(page ? reply.body().asText() : body);
      if (!page) {
        response.header("Content-Type", "application/json; charset=utf-8");
      }
    }
    reply.headers().forEach(response::header);
    return response.build();
  }

  /** What is to be broken needs a body. */
  private static Reply withBody(Reply reply) {
    return reply.status() == NO_CONTENT ? new Reply(200, reply.body(), reply.headers()) : reply;
  }

  /** Promises the whole body, sends half of it, cuts the connection. */
  private static void truncate(Reply reply, RoutingContext context) {
    var bytes = Json.write(reply.body()).getBytes(StandardCharsets.UTF_8);
    var response = context.response();
    response.setStatusCode(reply.status());
    reply.headers().forEach(response::putHeader);
    response.putHeader("Content-Type", "application/json; charset=utf-8");
    response.putHeader("Content-Length", Integer.toString(bytes.length));
    response
        .write(Buffer.buffer(bytes).slice(0, bytes.length / 2))
        .onComplete(written -> context.request().connection().close());
  }

  private static void cut(RoutingContext context) {
    context.request().connection().close().toCompletionStage().toCompletableFuture().join();
  }

  /** Nobody reads it: the connection is cut. */
  private static Response gone() {
    return Response.status(500).build();
  }
}
