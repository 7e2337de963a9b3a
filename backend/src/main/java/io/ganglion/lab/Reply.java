package io.ganglion.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What a simulated platform answers, in the platform's own words. */
public record Reply(int status, JsonNode body, Map<String, String> headers) {
  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply of(int status, JsonNode body) {
    return new Reply(status, body, Map.of());
  }

  public static Reply ok(JsonNode body) {
    return of(200, body);
  }

  public Reply header(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Reply(status, body, more);
  }

  public Reply headers(Map<String, String> others) {
    var more = new HashMap<>(headers);
    more.putAll(others);
    return new Reply(status, body, more);
  }
}
