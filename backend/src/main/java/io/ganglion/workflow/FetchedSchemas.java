package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Those that one document names, fetched once each while it is read. Used by one thread. */
final class FetchedSchemas implements SchemaSource {
  static final int MAX_SCHEMAS = 20;
  static final int MAX_BYTES = 256 << 10;

  /** For all of them together: somebody waits for the answer. */
  private static final Duration TIME = Duration.ofSeconds(15);

  private static final int MAX_REDIRECTS = 3;

  private final Egress egress;
  private final ObjectNode byAddress = Json.object();
  private long left = TIME.toNanos();

  FetchedSchemas(Egress egress) {
    this.egress = egress;
  }

  /** What was fetched, by address. */
  ObjectNode byAddress() {
    return byAddress;
  }

  @Override
  public JsonNode at(String address) {
    var known = byAddress.get(address);
    if (known != null) {
      return known;
    }
    if (byAddress.size() == MAX_SCHEMAS) {
      throw new SchemaUnavailable(
          "is one more than the %d that a document may have from elsewhere".formatted(MAX_SCHEMAS));
    }
    if (left <= 0) {
      throw new SchemaUnavailable(
          "was not fetched: those before it took %d s".formatted(TIME.toSeconds()));
    }
    long begun = System.nanoTime();
    try {
      var schema = fetched(address);
      byAddress.set(address, schema);
      return schema;
    } finally {
      left -= System.nanoTime() - begun;
    }
  }

  private JsonNode fetched(String address) {
    return switch (egress.call(call(address))) {
      case HttpResult.Answered a when a.status() == 200 -> read(a.body());
      case HttpResult.Answered a ->
          throw new SchemaUnavailable("can't be had: its server answered " + a.status());
      case HttpResult.NotSent n -> throw new SchemaUnavailable("can't be had: " + n.reason());
      case HttpResult.Lost l -> throw new SchemaUnavailable("can't be had: " + l.reason());
    };
  }

  private HttpCall call(String address) {
    try {
      return new HttpCall(
          "GET",
          new URI(address),
          Map.of("Accept", List.of("application/schema+json, application/json, */*")),
          new byte[0],
          Duration.ofNanos(left),
          Origin.TENANT,
          false,
          MAX_REDIRECTS);
    } catch (URISyntaxException e) {
      throw new SchemaUnavailable("can't be had: this is no address");
    }
  }

  private static JsonNode read(byte[] body) {
    if (body.length > MAX_BYTES) {
      throw new SchemaUnavailable("is larger than %d bytes".formatted(MAX_BYTES));
    }
    try {
      return Texts.value(new String(body, StandardCharsets.UTF_8));
    } catch (Problem e) {
      throw new SchemaUnavailable("can't be read: " + e.detail());
    }
  }
}
