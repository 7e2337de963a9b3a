package io.ganglion.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.connector.endpoint.Policy;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** An answer in the form the author asked for: {@code content}, {@code raw} or {@code response}. */
final class HttpOutput {
  private static final Pattern JSON =
      Pattern.compile("application/([a-z0-9.-]+\\+)?json\\s*(;.*)?");
  private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9._:-]+)");

  private HttpOutput() {}

  /**
   * @throws IOException if the answer calls itself JSON and is not
   */
  static JsonNode of(String form, HttpCall call, HttpResult.Answered answer) throws IOException {
    return switch (form) {
      case "raw" -> TextNode.valueOf(Base64.getEncoder().encodeToString(answer.body()));
      case "response" -> response(call, answer);
      default -> content(answer);
    };
  }

  private static JsonNode response(HttpCall call, HttpResult.Answered answer) throws IOException {
    var response = Json.object();
    var request = response.putObject("request");
    request.put("method", call.method()).put("uri", call.uri().toString());
    request.set("headers", headers(call.headers()));
    response.put("statusCode", answer.status());
    response.set("headers", headers(answer.headers()));
    response.set("content", content(answer));
    return response;
  }

  private static JsonNode headers(Map<String, List<String>> headers) {
    var all = Json.object();
    headers.forEach(
        (name, values) ->
            all.put(name, Policy.secret(name) ? "[redacted]" : String.join(", ", values)));
    return all;
  }

  private static JsonNode content(HttpResult.Answered answer) throws IOException {
    if (answer.body().length == 0) {
      return NullNode.getInstance();
    }
    var type = answer.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    return JSON.matcher(type).matches()
        ? Json.parse(answer.body())
        : text(answer.body(), charset(type));
  }

  /** What is no text in its charset is given as base64, so that no byte is lost. */
  private static JsonNode text(byte[] body, Charset charset) {
    try {
      return TextNode.valueOf(charset.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return TextNode.valueOf(Base64.getEncoder().encodeToString(body));
    }
  }

  private static Charset charset(String type) {
    var match = CHARSET.matcher(type);
    try {
      return match.find() ? Charset.forName(match.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
