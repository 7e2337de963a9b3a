package io.ganglion.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.kernel.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * Every platform at once: it repeats all that it is sent in each place it can, plain and encoded.
 */
final class Parrot implements AutoCloseable {
  /** How it answers. */
  enum Mood {
    /** As any platform might that takes everything. */
    PLEASED,
    REFUSING,
    UNAUTHORIZED,
    BROKEN,
    MALFORMED
  }

  private static final String ACCOUNT =
      """
      {"id": "1", "user_id": "1", "uid": 1, "username": "parrot", "name": "parrot", "object": "list",
       "data": {"id": "1", "username": "parrot"}, "jsonrpc": "2.0", "result": "0x1", "canTrade": true}
      """;

  private final PlatformServer server = new PlatformServer(this::on);
  private volatile Mood mood = Mood.PLEASED;

  String url() {
    return server.url().toString();
  }

  void feels(Mood next) {
    mood = next;
  }

  int asked() {
    return server.journal().size();
  }

  /** Everything it was ever sent. */
  String heard() {
    return server.journal().toString();
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply on(Request request) {
    var said = said(request);
    return switch (mood) {
      case PLEASED -> new Reply(200, headers(said), pleased(request, said).toString());
      case REFUSING -> new Reply(400, headers(said), refusal(said).toString());
      case UNAUTHORIZED -> new Reply(401, headers(said), refusal(said).toString());
      case BROKEN -> new Reply(500, headers(said), refusal(said).toString());
      case MALFORMED -> new Reply(200, headers(said), "{\"data\": " + said);
    };
  }

  private static JsonNode pleased(Request request, String said) {
    var answer = Json.object();
    answer.setAll((com.fasterxml.jackson.databind.node.ObjectNode) Json.read(ACCOUNT));
    answer.put("access_token", "given-by-the-authority").put("echo", said);
    try {
      answer.set("id", Json.read(request.body()).path("id").deepCopy());
    } catch (RuntimeException e) {
      answer.put("id", "1"); // no JSON
    }
    if (answer.path("id").isMissingNode()) {
      answer.put("id", "1");
    }
    answer.put("did", "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa").put("handle", "parrot.example.com");
    answer.put("accessJwt", "a.given.token").put("refreshJwt", "another.given.token");
    if (request.path().startsWith("/bot")) {
      var message =
          answer.put("ok", true).putObject("result").put("id", 1).put("username", "parrot");
      message.put("first_name", said).put("message_id", 1).putObject("chat").put("id", 1);
    }
    if (request.body().contains("getGenesisHash")) {
      answer.put("result", "1".repeat(32));
    }
    answer
        .putArray("choices")
        .addObject()
        .putObject("message")
        .put("role", "assistant")
        .put("content", said);
    answer.withArray("data_of_images").addObject().put("url", said);
    return answer;
  }

  private static JsonNode refusal(String said) {
    var answer = Json.object().put("detail", said).put("message", said).put("title", said);
    answer.put("msg", said).put("error_description", said);
    answer.putObject("error").put("message", said).put("code", -1);
    return answer;
  }

  private static String said(Request request) {
    var all =
        request.headers().getOrDefault("authorization", "")
            + " "
            + request.headers().getOrDefault("x-mbx-apikey", "")
            + request.target()
            + request.body()
            + request.headers();
    var bytes = all.getBytes(StandardCharsets.UTF_8);
    return String.join(
        " ",
        all,
        Base64.getEncoder().encodeToString(bytes),
        Base64.getUrlEncoder().encodeToString(bytes),
        HexFormat.of().formatHex(bytes),
        URLEncoder.encode(all, StandardCharsets.UTF_8));
  }

  private static Map<String, String> headers(String said) {
    var line = said.replaceAll("[\\r\\n]", " ");
    return Map.of(
        "Content-Type",
        "application/json",
        "X-Echo",
        line.substring(0, Math.min(1500, line.length())));
  }
}
