package io.ganglion.billing.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Stripe as it is on the wire: API keys, Idempotency-Key, meter events that are unique by
 * identifier, signed webhooks. Tests judge by what it holds, never by what our side believes.
 */
final class StripeSimulator implements AutoCloseable {
  static final String KEY = "sk_test_of_the_simulator";
  static final String SECRET = "whsec_of_the_simulator";
  static final String METER = "mtr_1";

  private final HttpServer server;
  private final Map<String, Kept> kept = new HashMap<>();
  private final Map<String, Map<String, String>> customers = new LinkedHashMap<>();
  private final Map<String, Event> events = new LinkedHashMap<>();
  private final List<Map<String, String>> sessions = new ArrayList<>();
  private int loseAnswers;
  private boolean forgetful;

  /** An answer that is kept under an Idempotency-Key. */
  private record Kept(String request, Answer answer) {}

  private record Answer(int status, String body) {}

  /** What the meter counted. */
  record Event(String identifier, String customer, long value, Instant at) {}

  StripeSimulator(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  synchronized Map<String, Map<String, String>> customers() {
    return new LinkedHashMap<>(customers);
  }

  synchronized List<Event> events(String customer) {
    return events.values().stream().filter(one -> one.customer.equals(customer)).toList();
  }

  synchronized List<Map<String, String>> sessions() {
    return List.copyOf(sessions);
  }

  /** Does what the next requests ask, and hangs up instead of answering. */
  synchronized void loseAnswers(int count) {
    loseAnswers = count;
  }

  /** As after a day: keys are forgotten, identifiers are not. */
  synchronized void forgetKeys() {
    kept.clear();
    forgetful = true;
  }

  /** Something that was counted at Stripe and never came from us. */
  synchronized void count(String customer, long value, Instant at) {
    events.put("stray", new Event("stray", customer, value, at));
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var answer = answer(exchange, body);
    if (loseAnswers > 0) {
      loseAnswers--;
      exchange.close();
      return;
    }
    var bytes = answer.body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("Request-Id", "req_1");
    exchange.sendResponseHeaders(answer.status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Answer answer(HttpExchange exchange, String body) {
    if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return error(401, "invalid_request_error", "Invalid API Key provided");
    }
    var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    var request = exchange.getRequestMethod() + exchange.getRequestURI() + "\n" + body;
    var before = key == null ? null : kept.get(key);
    if (before != null) {
      return before.request.equals(request)
          ? before.answer
          : error(
              400,
              "idempotency_error",
              "Keys for idempotent requests can only be used with the same parameters");
    }
    var answer = done(exchange.getRequestMethod(), exchange.getRequestURI(), body);
    if (key != null && answer.status < 500 && !forgetful) {
      kept.put(key, new Kept(request, answer));
    }
    return answer;
  }

  private Answer done(String method, URI uri, String body) {
    var form = form(method.equals("GET") ? String.valueOf(uri.getRawQuery()) : body);
    return switch (method + " " + uri.getPath()) {
      case "POST /v1/customers" -> {
        var id = "cus_" + (customers.size() + 1);
        customers.put(id, form);
        yield new Answer(200, "{\"id\":\"%s\",\"object\":\"customer\"}".formatted(id));
      }
      case "POST /v1/checkout/sessions" -> {
        sessions.add(form);
        yield new Answer(
            200,
            "{\"id\":\"cs_%d\",\"object\":\"checkout.session\",\"url\":\"https://checkout.example/cs_%d\"}"
                .formatted(sessions.size(), sessions.size()));
      }
      case "POST /v1/billing_portal/sessions" ->
          new Answer(
              200,
              "{\"id\":\"bps_1\",\"object\":\"billing_portal.session\",\"url\":\"https://portal.example/%s\"}"
                  .formatted(form.get("customer")));
      case "POST /v1/billing/meter_events" -> meter(form);
      case "GET /v1/billing/meters/mtr_1/event_summaries" -> summaries(form);
      default -> error(404, "invalid_request_error", "Unrecognized request URL " + uri);
    };
  }

  private Answer meter(Map<String, String> form) {
    var identifier = Objects.requireNonNull(form.get("identifier"));
    if (events.containsKey(identifier)) {
      return error(
          400,
          "invalid_request_error",
          "An event already exists with identifier " + identifier + ".");
    }
    var customer = form.get("payload[stripe_customer_id]");
    if (customer == null || !customers.containsKey(customer)) {
      return error(400, "invalid_request_error", "No such customer");
    }
    var at = Instant.ofEpochSecond(Long.parseLong(String.valueOf(form.get("timestamp"))));
    long value = Long.parseLong(String.valueOf(form.get("payload[value]")));
    events.put(identifier, new Event(identifier, customer, value, at));
    return new Answer(
        200,
        "{\"object\":\"billing.meter_event\",\"identifier\":\"%s\",\"event_name\":\"%s\"}"
            .formatted(identifier, form.get("event_name")));
  }

  private Answer summaries(Map<String, String> form) {
    long from = Long.parseLong(String.valueOf(form.get("start_time")));
    long to = Long.parseLong(String.valueOf(form.get("end_time")));
    long sum =
        events.values().stream()
            .filter(one -> one.customer.equals(form.get("customer")))
            .filter(one -> one.at.getEpochSecond() >= from && one.at.getEpochSecond() < to)
            .mapToLong(Event::value)
            .sum();
    return new Answer(
        200,
        """
        {"object":"list","has_more":false,"url":"/v1/billing/meters/mtr_1/event_summaries","data":[
         {"id":"mtrusg_1","object":"billing.meter_event_summary","aggregated_value":%d,"start_time":%d,"end_time":%d}]}
        """
            .formatted(sum, from, to));
  }

  private static Answer error(int status, String type, String message) {
    return new Answer(
        status,
        "{\"error\":{\"type\":\"%s\",\"message\":\"%s\"}}"
            .formatted(type, message.replace("\"", "'")));
  }

  private static Map<String, String> form(String text) {
    var form = new LinkedHashMap<String, String>();
    for (var pair : text.split("&")) {
      var parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(decoded(parts[0]), decoded(parts[1]));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Sends a webhook as Stripe does; the status of the answer. */
  static int send(String to, String payload, String secret, Instant at) throws Exception {
    return send(to, payload, signature(payload, secret, at));
  }

  static int send(String to, String payload, @Nullable String signature) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(to))
              .header("Content-Type", "application/json; charset=utf-8")
              .POST(HttpRequest.BodyPublishers.ofString(payload));
      if (signature != null) {
        request.header("Stripe-Signature", signature);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String signature(String payload, String secret, Instant at)
      throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var signed = at.getEpochSecond() + "." + payload;
    var hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return "t=%d,v1=%s".formatted(at.getEpochSecond(), HexFormat.of().formatHex(hash));
  }
}
