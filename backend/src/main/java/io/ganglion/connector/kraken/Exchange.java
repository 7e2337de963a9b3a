package io.ganglion.connector.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.egress.Egress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Kraken's REST interface: errors are texts in an answer whose status is 200. */
final class Exchange {
  private static final String PRIVATE = "/0/private/";
  private static final String PUBLIC = "/0/public/";
  private static final int MICROS = 1_000;
  private static final Classifier CLASSIFIER = new Classifier("Kraken");

  /** Of these it is known that an order may have been placed all the same. */
  private static final List<String> PROVE_NOTHING =
      List.of("EService:Timeout", "EService:Unavailable", "EService:Busy", "EGeneral:Internal");

  private static final List<String> LIMITS =
      List.of(
          "EAPI:Rate limit",
          "EOrder:Rate limit",
          "EGeneral:Too many requests",
          "EGeneral:Temporary lockout");

  private static final List<String> REFUSED_KEYS =
      List.of("EAPI:Invalid key", "EAPI:Invalid signature", "EGeneral:Permission denied");

  private final Egress egress;
  private final Clock clock;

  /** Kraken wants each of a key's requests to have a greater one. */
  private final AtomicLong nonce = new AtomicLong();

  Exchange(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  /** Reads the {@code result} of an answer without errors. */
  @FunctionalInterface
  interface Reading {
    Outcome read(JsonNode result) throws IOException;
  }

  /** A signed request, judged. */
  Outcome ask(Session session, String method, Query parameters, Duration timeout, Reading reading) {
    var now = clock.instant();
    var next = nonce.updateAndGet(last -> Math.max(last + 1, now.toEpochMilli() * MICROS));
    var form = Query.of("nonce", Long.toString(next));
    if (!parameters.text().isEmpty()) {
      form = new Query(form.text() + "&" + parameters.text());
    }
    var path = PRIVATE + method;
    var key = session.credentials().text("private_key");
    try {
      var call =
          PlatformCall.of(session, "POST", path, timeout)
              .form(form)
              .header("API-Key", session.credentials().text("api_key"))
              .header("API-Sign", Signature.of(key, path, Long.toString(next), form.text()));
      return judge(call, reading);
    } catch (IllegalArgumentException e) {
      return new Outcome.NotLanded(
          401, "Kraken's private key is Base64; this one isn't", Optional.empty(), false);
    }
  }

  /** A public request, judged. */
  Outcome open(
      Session session, String method, Query parameters, Duration timeout, Reading reading) {
    var path = PUBLIC + method + "?" + parameters.text();
    return judge(PlatformCall.of(session, "GET", path, timeout), reading);
  }

  Instant now() {
    return clock.instant();
  }

  private Outcome judge(PlatformCall call, Reading reading) {
    var secrets = call.session().credentials();
    return CLASSIFIER.judge(
        egress.call(call.http()),
        clock.instant(),
        secrets,
        answer -> {
          var body = Answers.json(answer);
          if (!body.path("error").isArray()) {
            throw new IOException("an answer that doesn't tell its errors");
          }
          var error = error(body.path("error"));
          if (error.isEmpty()) {
            return reading.read(body.path("result"));
          }
          var text = secrets.hide(error).replaceAll("\\p{Cntrl}+", " ");
          return refused(error, "Kraken: " + text.substring(0, Math.min(text.length(), 200)));
        });
  }

  /** The first that is an error: what begins with W is a warning. */
  private static String error(JsonNode errors) {
    return errors
        .valueStream()
        .map(error -> error.asText(""))
        .filter(error -> !error.startsWith("W"))
        .findFirst()
        .orElse("");
  }

  private static Outcome refused(String error, String reason) {
    if (starts(error, PROVE_NOTHING) || error.toLowerCase(Locale.ROOT).contains("cl_ord_id")) {
      return new Outcome.Unknown(503, reason); // a name that is taken may be by an earlier attempt
    }
    if (starts(error, LIMITS)) {
      return new Outcome.NotLanded(429, reason, Optional.empty(), true);
    }
    if (error.startsWith("EAPI:Invalid nonce") || error.startsWith("EService:Deadline elapsed")) {
      return new Outcome.NotLanded(409, reason, Optional.empty(), true); // overtaken, or too late
    }
    if (starts(error, REFUSED_KEYS)) {
      return new Outcome.NotLanded(401, reason, Optional.empty(), false);
    }
    var status = error.startsWith("EOrder:Unknown order") ? 404 : 400;
    return new Outcome.NotLanded(status, reason, Optional.empty(), false);
  }

  private static boolean starts(String error, List<String> beginnings) {
    return beginnings.stream().anyMatch(error::startsWith);
  }
}
