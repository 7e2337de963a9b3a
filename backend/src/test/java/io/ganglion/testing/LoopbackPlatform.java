package io.ganglion.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A platform on loopback with a journal of its own: what it was asked, and what really happened.
 * Each path may be given faults, used up one a request.
 */
public final class LoopbackPlatform implements AutoCloseable {
  private final HttpServer server;
  private final Queue<Entry> journal = new ConcurrentLinkedQueue<>();
  private final Map<String, Instant> last = new ConcurrentHashMap<>();
  private final Queue<Headers> headers = new ConcurrentLinkedQueue<>();
  private final Map<String, ConcurrentLinkedQueue<Fault>> faults = new ConcurrentHashMap<>();
  private volatile Function<Entry, String> answer = entry -> "{\"ok\":true}";

  /** One request that had its effect. */
  public record Entry(String method, String path, String body) {}

  /** What goes wrong with one request. */
  public enum Fault {
    /** 503 before anything happens. */
    UNAVAILABLE,
    /** 429 with Retry-After: 1 before anything happens. */
    RATE_LIMITED,
    /** 404. */
    MISSING,
    /** The effect happens; the connection is cut without an answer. */
    RESET_AFTER_EFFECT,
    /** The effect happens; the answer is a 500. */
    ERROR_AFTER_EFFECT
  }

  public LoopbackPlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  public void fault(String path, Fault... next) {
    faults.computeIfAbsent(path, p -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
  }

  public void answers(Function<Entry, String> json) {
    answer = json;
  }

  /** The values of a header, request by request, in the order in which they came. */
  public List<String> headers(String name) {
    return headers.stream()
        .map(all -> all.getFirst(name))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /** What really happened, in order. */
  public List<Entry> journal() {
    return List.copyOf(journal);
  }

  /** How often each path was acted on. */
  public Map<String, Long> effects() {
    return journal.stream().collect(Collectors.groupingBy(Entry::path, Collectors.counting()));
  }

  public long effects(String path) {
    return journal.stream().filter(entry -> entry.path().equals(path)).count();
  }

  /** When a path was last acted on, by this process' clock. */
  public Optional<Instant> lastAt(String path) {
    return Optional.ofNullable(last.get(path));
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var entry = new Entry(exchange.getRequestMethod(), path, body);
    headers.add(exchange.getRequestHeaders());
    var queue = faults.get(path);
    var fault = queue == null ? null : queue.poll();
    switch (fault) {
      case null -> respond(exchange, 200, happened(entry));
      case UNAVAILABLE -> respond(exchange, 503, "{}");
      case MISSING -> respond(exchange, 404, "{}");
      case RATE_LIMITED -> {
        exchange.getResponseHeaders().add("Retry-After", "1");
        respond(exchange, 429, "{}");
      }
      case ERROR_AFTER_EFFECT -> {
        happened(entry);
        respond(exchange, 500, "{}");
      }
      case RESET_AFTER_EFFECT -> {
        happened(entry);
        exchange.close();
      }
    }
  }

  private String happened(Entry entry) {
    journal.add(entry);
    last.put(entry.path(), Instant.now());
    return answer.apply(entry);
  }

  private static void respond(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
