package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.connector.Query;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Bodies of requests and answers, by their media types. Pure. */
final class ApiBody {
  private static final Pattern JSON =
      Pattern.compile("(application|text)/([a-z0-9.+-]+\\+)?json\\s*(;.*)?");
  private static final String FORM = "application/x-www-form-urlencoded";

  private ApiBody() {}

  static boolean json(String type) {
    return JSON.matcher(type.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether a request's body can be of this type. */
  static boolean offered(String type) {
    var lower = type.toLowerCase(Locale.ROOT);
    return json(lower) || lower.startsWith(FORM) || lower.startsWith("text/");
  }

  /** The bytes of an argument. */
  static byte[] written(String type, JsonNode body) {
    String text;
    if (json(type)) {
      text = Json.write(body);
    } else if (type.toLowerCase(Locale.ROOT).startsWith(FORM) && body.isObject()) {
      text = form(body);
    } else {
      text = body.isTextual() ? body.textValue() : Json.write(body);
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Lists as {@code name[]}, objects as {@code name[member]}: as most forms are read. */
  private static String form(JsonNode body) {
    var query = Query.EMPTY;
    for (var entry : body.properties()) {
      query = pairs(query, entry.getKey(), entry.getValue());
    }
    return query.text();
  }

  private static Query pairs(Query before, String name, JsonNode value) {
    var query = before;
    if (value.isObject()) {
      for (var entry : value.properties()) {
        query = pairs(query, name + "[" + entry.getKey() + "]", entry.getValue());
      }
      return query;
    }
    if (value.isArray()) {
      for (var item : value) {
        query = pairs(query, name + "[]", item);
      }
      return query;
    }
    return value.isNull() ? query : query.and(name, value.asText());
  }

  /**
   * An answer: JSON, or its text; null for none.
   *
   * @throws IOException if it calls itself JSON and is not
   */
  static JsonNode read(HttpResult.Answered answer) throws IOException {
    if (answer.body().length == 0) {
      return NullNode.getInstance();
    }
    return json(answer.header("content-type").orElse(""))
        ? Json.parse(answer.body())
        : TextNode.valueOf(new String(answer.body(), StandardCharsets.UTF_8));
  }
}
