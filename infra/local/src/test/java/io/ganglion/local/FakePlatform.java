package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers as much of the public API as the demo client needs. A run ends when it has been looked at
 * three times. Started by {@link #main} it stands in for the packaged backend; while a file {@code
 * hold} lies in the clone's {@code .ganglion}, runs do not go on.
 */
final class FakePlatform implements AutoCloseable {
  static final String OPERATOR = "operator-token";
  private static final String KEY = "gk_live_demo";

  private final HttpServer server;
  private final Map<String, AtomicInteger> polls = new LinkedHashMap<>();
  private final Map<String, JsonNode> replies = new LinkedHashMap<>();
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final String operator;
  private final Path hold;
  volatile String end = "SUCCEEDED";

  FakePlatform(int port, String operator, Path hold) throws IOException {
    this.operator = operator;
    this.hold = hold;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  static FakePlatform start() throws IOException {
    return new FakePlatform(0, OPERATOR, Path.of("none"));
  }

  /** As the packaged backend: configured by the environment. */
  public static void main(String[] args) throws IOException {
    var environment = System.getenv();
    new FakePlatform(
        Integer.parseInt(environment.getOrDefault("QUARKUS_HTTP_PORT", "")),
        environment.getOrDefault("GANGLION_OPERATOR_TOKEN", ""),
        Path.of(environment.getOrDefault("GANGLION_VAULT_KEYSET", "")).resolveSibling("hold"));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<String> calls() {
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) {
    String call =
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI().getPath().replace("/api/v1", "");
    String token =
        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
            .replace("Bearer ", "");
    calls.add(call);
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (call.equals("GET /q/health/ready")) {
        answer(exchange, 200, "{}");
      } else if (!token.equals(call.equals("POST /tenants") ? operator : KEY)) {
        answer(exchange, 401, "{\"title\":\"Unauthorized\",\"code\":\"unauthorized\"}");
      } else {
        reply(exchange, call, body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void reply(HttpExchange exchange, String call, String body) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (key != null && replies.containsKey(key)) {
      answer(exchange, 200, replies.get(key).toString());
      return;
    }
    if (call.equals("POST /workflows") && body.contains("broken")) {
      answer(
          exchange,
          400,
          "{\"title\":\"Bad workflow\",\"code\":\"invalid_workflow\",\"detail\":\"1 error\","
              + "\"errors\":[{\"pointer\":\"/do/0\",\"detail\":\"unknown task kind\",\"line\":7}]}");
      return;
    }
    String text = text(call);
    if (key != null) {
      replies.put(key, PrivateFile.JSON.readTree(text));
    }
    answer(exchange, call.startsWith("POST") ? 201 : 200, text);
  }

  private String text(String call) {
    return switch (call) {
      case "POST /tenants" ->
          "{\"id\":\"ten_1\",\"name\":\"Demo\",\"api_key\":{\"id\":\"key_1\",\"secret\":\""
              + KEY
              + "\"}}";
      case "POST /lab/accounts" ->
          "{\"connection\":{\"connector\":\"x\",\"environment\":\"lab\",\"credentials\":{\"token\":\"t\"}}}";
      case "POST /connections" -> "{\"id\":\"con_1\"}";
      case "POST /agents" -> "{\"id\":\"agt_1\"}";
      case "POST /workflows" -> "{\"id\":\"wfl_1\",\"name\":\"campaign\"}";
      case "POST /runs" -> {
        String run = "run_" + (polls.size() + 1);
        polls.put(run, new AtomicInteger());
        yield "{\"id\":\"" + run + "\",\"state\":\"QUEUED\"}";
      }
      case "GET /lab/journal" ->
          """
          {"data":[{"seq":%d,"platform":"x","account":"@demo","kind":"post.created","reference":"179",
            "payload":{"text":"hello"}}],"next_cursor":null}"""
              .formatted(polls.size());
      default -> run(call);
    };
  }

  private String run(String call) {
    String[] parts = call.substring("GET /runs/".length()).split("/", 2);
    var seen = polls.getOrDefault(parts[0], new AtomicInteger(3));
    int now = parts.length == 1 && !Files.exists(hold) ? seen.incrementAndGet() : seen.get();
    return switch (parts.length == 1 ? "" : parts[1]) {
      case "steps" ->
          """
          {"data":[
            {"position":"/do/0/write","name":"write","state":"completed","attempts":1,
             "started_at":"2026-01-01T00:00:00Z","ended_at":"2026-01-01T00:00:01.200Z"},
            {"position":"/do/1/post","name":"post","state":"%s","attempts":2}],"next_cursor":null}"""
              .formatted(now > 2 ? "completed" : "running");
      case "effects" -> "{\"data\":[" + effect(now) + "],\"next_cursor\":null}";
      case "receipt" ->
          """
          {"state":"%s","coherent":true,"depth_peak":6,"depth_mean":2.5,"effects":[%s],
           "state_written":[{"key":"campaign","version":3}],
           "holds":[{"system":"sys_1","connector":"x","weight":1,"close_reason":"completed","depth_ms":1200}],
           "charge":{"depth_ms":3000,"billable_depth_ms":0}}"""
              .formatted(end, effect(now));
      default ->
          """
          {"id":"%s","state":"%s","waiting_for":%s,"error":%s,"coherent":true}"""
              .formatted(
                  parts[0],
                  now > 2 ? end : "WAITING",
                  now > 2
                      ? "null"
                      : "{\"reason\":\"capacity\",\"detail\":\"20/20\",\"until\":null}",
                  end.equals("FAILED")
                      ? "{\"title\":\"Not found\",\"detail\":\"no such pet\",\"instance\":\"/do/1/post\"}"
                      : "null");
    };
  }

  private static String effect(int polls) {
    return """
    {"id":"eff_1","connector":"x","action":"createPost","state":"%s","url":"https://x.example/179","reference":"179"}"""
        .formatted(polls > 2 ? "LANDED" : "DISPATCHED");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
