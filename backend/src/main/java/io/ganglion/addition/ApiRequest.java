package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Query;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An action's arguments as the request they are. Pure: the same of the same, so that what is sent
 * again is what was sent.
 *
 * @param effect gives the idempotency key, where a header is declared for one
 */
record ApiRequest(Wire.Http wire, JsonNode arguments, EffectId effect) {
  private static final int BAD_REQUEST = 400;

  /** These would lead elsewhere. */
  private static final Set<String> STEPS = Set.of("", ".", "..");

  /**
   * @param signed what the authentication adds
   * @throws Unsendable if an argument can't be put where it belongs
   */
  HttpCall call(URI base, Signed signed, Origin origin, Duration timeout, boolean fresh)
      throws Unsendable {
    var query = signed.query().and(query());
    URI uri;
    try {
      uri = URI.create(base + path() + (query.isEmpty() ? "" : "?" + query.text()));
    } catch (IllegalArgumentException e) { // its message repeats the address
      throw new Unsendable(BAD_REQUEST, "the arguments make no address");
    }
    var body = body();
    var headers = new LinkedHashMap<String, List<String>>();
    headers.put("Accept", List.of("application/json, */*;q=0.5"));
    headers().forEach((name, value) -> headers.put(name, List.of(value)));
    signed.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    if (body.length > 0) {
      headers.put("Content-Type", List.of(wire.body().orElse("application/json")));
    }
    return new HttpCall(wire.method(), uri, headers, body, timeout, origin, fresh, 0);
  }

  /** What proves who calls, beside the Authorization header. */
  record Signed(Map<String, String> headers, Pairs query) {}

  private String path() throws Unsendable {
    var path = wire.path();
    for (var parameter : wire.parameters()) {
      if (parameter.place().equals("path")) {
        var value = text(arguments.path(parameter.argument()));
        if (STEPS.contains(value)) {
          throw new Unsendable(
              BAD_REQUEST, "'%s' can't be '%s' in a path".formatted(parameter.argument(), value));
        }
        path = path.replace("{" + parameter.name() + "}", Query.encode(value));
      }
    }
    return path;
  }

  private Pairs query() {
    var query = Pairs.NONE;
    for (var parameter : wire.parameters()) {
      var value = arguments.path(parameter.argument());
      if (parameter.place().equals("query") && !value.isMissingNode() && !value.isNull()) {
        query = query.and(pairs(parameter, value));
      }
    }
    return query;
  }

  private static Pairs pairs(Parameter parameter, JsonNode value) {
    var name = parameter.name();
    var pairs = Pairs.NONE;
    if (value.isObject() && parameter.form() != Parameter.Form.PLAIN) {
      boolean deep = parameter.form() == Parameter.Form.DEEP;
      for (var member : value.properties()) {
        var key = deep ? name + "[" + member.getKey() + "]" : member.getKey();
        pairs = pairs.and(key, text(member.getValue()));
      }
      return pairs;
    }
    if (value.isArray() && parameter.form() == Parameter.Form.EXPLODED) {
      for (var item : value) {
        pairs = pairs.and(name, text(item));
      }
      return pairs;
    }
    return pairs.and(name, text(value));
  }

  private Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    for (var parameter : wire.parameters()) {
      var value = arguments.path(parameter.argument());
      if (parameter.place().equals("header") && !value.isMissingNode() && !value.isNull()) {
        headers.put(parameter.name(), text(value));
      }
    }
    wire.idempotencyHeader().ifPresent(header -> headers.put(header, effect.toString()));
    return headers;
  }

  private byte[] body() {
    var body = arguments.path("body");
    return wire.body().isEmpty() || body.isMissingNode()
        ? new byte[0]
        : ApiBody.written(wire.body().get(), body);
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(ApiRequest::text).collect(Collectors.joining(","));
    }
    return value.isContainerNode() ? Json.write(value) : value.asText();
  }
}
