package io.ganglion.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A platform that refuses one request with 429 and says when it wants to be called again, with a
 * journal of what came when.
 */
final class LimitedPlatform implements AutoCloseable {
  /** What the refused request was told to wait. */
  static final Duration WAIT = Duration.ofSeconds(8);

  /**
   * One request.
   *
   * @param credential the header that tells callers apart
   */
  record Entry(Instant at, String path, String credential, int status) {}

  private final HttpServer server;
  private final Map<String, String> answers;
  private final String counted;
  private final int refused;
  private final AtomicInteger calls = new AtomicInteger();
  private final Queue<Entry> journal = new ConcurrentLinkedQueue<>();

  /**
   * @param answers JSON by path
   * @param counted the path whose request number {@code refused} meets the 429
   */
  LimitedPlatform(Map<String, String> answers, String counted, int refused) throws IOException {
    this.answers = answers;
    this.counted = counted;
    this.refused = refused;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Requests for the counted path, in the order in which they came. */
  List<Entry> journal() {
    return journal.stream().filter(entry -> entry.path().equals(counted)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var headers = exchange.getRequestHeaders();
    var credential =
        String.valueOf(headers.getFirst("Authorization")) + headers.getFirst("X-MBX-APIKEY");
    exchange.getRequestBody().readAllBytes();
    boolean limited = path.equals(counted) && calls.incrementAndGet() == refused;
    int status = limited ? 429 : 200;
    if (limited) {
      exchange.getResponseHeaders().add("Retry-After", Long.toString(WAIT.toSeconds()));
    }
    journal.add(new Entry(Instant.now(), path, credential, status));
    var body = (limited ? "{}" : answers.getOrDefault(path, "{}")).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
