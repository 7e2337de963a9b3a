package io.ganglion.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Brings pictures to the account's server, where nobody sees them before a post shows them. */
final class Pictures {
  /** Bytes of a picture in a post. */
  static final int MAX_BYTES = 1_000_000;

  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(20);
  private static final int REDIRECTS = 3;

  private final Egress egress;
  private final Xrpc xrpc;

  Pictures(Egress egress, Xrpc xrpc) {
    this.egress = egress;
    this.xrpc = xrpc;
  }

  /**
   * Uploads a picture; the landed output has it as {@code blob}.
   *
   * @param picture with {@code url} or {@code data}
   */
  Outcome upload(Session session, JsonNode picture, Duration timeout) {
    return picture.has("url")
        ? fetched(session, picture.path("url").asText(), timeout)
        : decoded(session, picture.path("data").asText(), timeout);
  }

  private Outcome decoded(Session session, String data, Duration timeout) {
    try {
      return put(session, Base64.getDecoder().decode(data), timeout);
    } catch (IllegalArgumentException e) {
      return refused("data is not Base64");
    }
  }

  private Outcome fetched(Session session, String url, Duration timeout) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      return refused("the picture's address can't be read");
    }
    var wait = timeout.compareTo(FETCH_TIMEOUT) < 0 ? timeout : FETCH_TIMEOUT;
    var call =
        new HttpCall("GET", uri, Map.of(), new byte[0], wait, Origin.TENANT, false, REDIRECTS);
    return switch (egress.call(call)) {
      case HttpResult.Answered a when a.status() == 200 -> put(session, a.body(), timeout);
      case HttpResult.Answered a ->
          new Outcome.NotLanded(
              a.status() >= 500 ? 502 : 400,
              "the picture's server answered " + a.status(),
              Optional.empty(),
              a.status() >= 500 || a.status() == 429);
      case HttpResult.NotSent n ->
          new Outcome.NotLanded(
              502, "the picture's server: " + n.reason(), Optional.empty(), !n.guarded());
      case HttpResult.Lost l ->
          new Outcome.NotLanded(502, "the picture's server: " + l.reason(), Optional.empty(), true);
    };
  }

  private Outcome put(Session session, byte[] bytes, Duration timeout) {
    if (bytes.length > MAX_BYTES) {
      return refused(
          "the picture has %d bytes; Bluesky takes %d".formatted(bytes.length, MAX_BYTES));
    }
    return type(bytes)
        .map(
            type ->
                xrpc.ask(
                    Xrpc.procedure(session, "com.atproto.repo.uploadBlob", timeout)
                        .content(type, bytes),
                    Pictures::uploaded))
        .orElseGet(() -> refused("the picture is no PNG, JPEG, GIF or WebP"));
  }

  private static Outcome uploaded(HttpResult.Answered answer) throws IOException {
    var blob = Answers.json(answer).path("blob");
    Answers.text(blob, "/ref/$link");
    return new Outcome.Landed(Json.object().set("blob", blob), "", Optional.empty());
  }

  /** By its first bytes: what a server says of a file is often wrong. */
  private static Optional<String> type(byte[] bytes) {
    var head = HexFormat.of().formatHex(bytes, 0, Math.min(12, bytes.length));
    if (head.startsWith("89504e470d0a1a0a")) {
      return Optional.of("image/png");
    }
    if (head.startsWith("ffd8ff")) {
      return Optional.of("image/jpeg");
    }
    if (head.startsWith("474946383761") || head.startsWith("474946383961")) {
      return Optional.of("image/gif");
    }
    return head.startsWith("52494646") && head.endsWith("57454250")
        ? Optional.of("image/webp")
        : Optional.empty();
  }

  private static Outcome refused(String reason) {
    return new Outcome.NotLanded(400, reason, Optional.empty(), false);
  }
}
