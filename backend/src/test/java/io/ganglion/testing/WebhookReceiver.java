package io.ganglion.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Endpoints of outgoing webhooks on loopback, and what each path was asked. */
public final class WebhookReceiver implements AutoCloseable {
  private final HttpServer server;
  private final ConcurrentLinkedQueue<Received> received = new ConcurrentLinkedQueue<>();
  private final Map<String, Function<Received, Reply>> replies = new ConcurrentHashMap<>();

  /**
   * A request.
   *
   * @param headers by name in lower case
   */
  public record Received(String path, Map<String, List<String>> headers, String body, Instant at) {
    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }

    /** Which message it is. */
    public String id() {
      return header("webhook-id");
    }
  }

  /** How a request is answered. */
  public record Reply(int status, Map<String, String> headers, String body, long afterMillis) {
    public static Reply status(int status) {
      return new Reply(status, Map.of(), "", 0);
    }
  }

  public WebhookReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** From now on; 204 where nothing is said. */
  public void replies(String path, Function<Received, Reply> reply) {
    replies.put(path, reply);
  }

  /** Everything, in order. */
  public List<Received> all() {
    return List.copyOf(received);
  }

  public List<Received> at(String path) {
    return received.stream().filter(one -> one.path().equals(path)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    var body =
        new String(
            exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    var one = new Received(exchange.getRequestURI().getPath(), headers, body, Instant.now());
    received.add(one);
    var reply = replies.getOrDefault(one.path(), it -> Reply.status(204)).apply(one);
    try (exchange) {
      if (reply.afterMillis() > 0) {
        Thread.sleep(reply.afterMillis());
      }
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      var bytes = reply.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
