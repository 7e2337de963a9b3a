package io.ganglion.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A platform that is called too often: it answers 429 to one request and to all that come before
 * the time it names; and so again with the first one after it. After the second time it is slow.
 * With a journal of what came when.
 */
public final class LimitedPlatform implements AutoCloseable {
  /** What the refused request was told to wait. */
  public static final Duration WAIT = Duration.ofSeconds(8);

  /** How long it takes, after its second pause, to answer the first requests. */
  public static final Duration SLOW = Duration.ofMillis(300);

  /** So many are answered slowly. */
  private static final int SLOWLY = 8;

  /**
   * One request.
   *
   * @param at when it came
   * @param answered when its answer was given
   * @param credential the header that tells callers apart
   */
  public record Entry(Instant at, Instant answered, String path, String credential, int status) {}

  private final HttpServer server;
  private final Map<String, String> answers;
  private final String counted;
  private final int refused;
  private final Duration wait;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger pauses = new AtomicInteger();
  private final AtomicInteger slow = new AtomicInteger();
  private Instant pausedUntil = Instant.MIN;
  private final Queue<Entry> journal = new ConcurrentLinkedQueue<>();

  /**
   * @param answers JSON by path
   * @param counted the path whose request number {@code refused} begins the first pause
   */
  public LimitedPlatform(Map<String, String> answers, String counted, int refused)
      throws IOException {
    this(answers, counted, refused, WAIT);
  }

  /**
   * @param wait how long its pauses are, in whole seconds
   */
  public LimitedPlatform(Map<String, String> answers, String counted, int refused, Duration wait)
      throws IOException {
    this.wait = wait;
    this.answers = answers;
    this.counted = counted;
    this.refused = refused;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Requests for the counted path, in the order in which they came. */
  public List<Entry> journal() {
    return journal.stream()
        .filter(entry -> entry.path().equals(counted))
        .sorted(Comparator.comparing(Entry::at))
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** How long a request that comes now is to wait; zero where it is answered. */
  private synchronized Duration left(Instant at) {
    if (at.isBefore(pausedUntil)) {
      return Duration.between(at, pausedUntil);
    }
    boolean first = calls.incrementAndGet() == refused;
    boolean second = pauses.get() == 1 && calls.get() > refused;
    if (!first && !second) {
      return Duration.ZERO;
    }
    pauses.incrementAndGet();
    pausedUntil = at.plus(wait);
    return wait;
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var headers = exchange.getRequestHeaders();
    var credential =
        String.valueOf(headers.getFirst("Authorization")) + headers.getFirst("X-MBX-APIKEY");
    exchange.getRequestBody().readAllBytes();
    var at = Instant.now();
    var left = path.equals(counted) ? left(at) : Duration.ZERO;
    boolean limited = left.isPositive();
    int status = limited ? 429 : 200;
    if (limited) {
      var seconds = left.plusMillis(999).toSeconds();
      exchange.getResponseHeaders().add("Retry-After", Long.toString(seconds));
    } else if (pauses.get() == 2 && slow.incrementAndGet() <= SLOWLY) {
      LockSupport.parkNanos(SLOW.toNanos());
    }
    journal.add(new Entry(at, Instant.now(), path, credential, status));
    var body = (limited ? "{}" : answers.getOrDefault(path, "{}")).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
