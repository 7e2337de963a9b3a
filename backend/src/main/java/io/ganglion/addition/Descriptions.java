package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import io.ganglion.kernel.TenantId;
import io.ganglion.schema.Schemas;
import io.ganglion.workflow.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets what others describe. Call it outside of transactions. */
@ApplicationScoped
class Descriptions {
  /** Of an OpenAPI document; what reads it has limits of its own on values, depth and aliases. */
  static final int MAX_BYTES = 1 << 20;

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int MAX_REDIRECTS = 3;

  private final Egress egress;
  private final Schemas schemas;
  private final AddedConnectors connectors;

  Descriptions(Egress egress, Schemas schemas, AddedConnectors connectors) {
    this.egress = egress;
    this.schemas = schemas;
    this.connectors = connectors;
  }

  /**
   * What a source describes.
   *
   * @throws InvalidRequest for what can't be read, saying why
   * @throws AdditionProblem if it can't be had
   */
  Draft read(TenantId tenant, Source source) {
    return switch (source) {
      case Source.Document document ->
          ApiReading.read(parsed(document.text()), Optional.empty(), schemas);
      case Source.Address address ->
          ApiReading.read(parsed(fetched(address.url())), Optional.of(address.url()), schemas);
      case Source.Server server -> tools(tenant, server);
    };
  }

  /**
   * Refuses an address that could never be called.
   *
   * @throws InvalidRequest saying why
   */
  URI callable(URI address, String pointer) {
    boolean plain = address.getRawQuery() == null && address.getRawFragment() == null;
    var refusal =
        plain && address.toString().length() <= 500
            ? egress.refusal(address, Origin.TENANT)
            : Optional.of("send an address without query and fragment, at most 500 characters");
    if (refusal.isPresent()) {
      throw new InvalidRequest(pointer, refusal.get());
    }
    return address;
  }

  private Draft tools(TenantId tenant, Source.Server server) {
    var url = callable(server.url(), "/mcp/url");
    var reading =
        new Addition(
            "-",
            Addition.Kind.MCP,
            "-",
            url,
            List.of(),
            Optional.empty(),
            List.of(),
            0,
            Instant.EPOCH);
    var session = new Session(url, "", new Credentials(server.credentials()), Origin.TENANT);
    return switch (connectors.tools(tenant, reading).list(session)) {
      case Outcome.Landed landed ->
          new Draft(
              String.valueOf(url.getHost()),
              Optional.of(url),
              List.of(),
              ToolReading.read(landed.output().path("tools"), schemas));
      case Outcome.NotLanded missed -> throw AdditionProblem.unreachable(missed.reason());
      case Outcome.Unknown unknown -> throw AdditionProblem.unreachable(unknown.reason());
    };
  }

  private String fetched(URI url) {
    var call =
        new HttpCall(
            "GET",
            callableDocument(url),
            Map.of("Accept", List.of("application/json, application/yaml, */*")),
            new byte[0],
            TIMEOUT,
            Origin.TENANT,
            false,
            MAX_REDIRECTS);
    return switch (egress.call(call)) {
      case HttpResult.Answered a when a.status() == 200 ->
          new String(a.body(), StandardCharsets.UTF_8);
      case HttpResult.Answered a ->
          throw AdditionProblem.unreachable("The document's server answered " + a.status());
      case HttpResult.NotSent n -> throw AdditionProblem.unreachable("The document: " + n.reason());
      case HttpResult.Lost l -> throw AdditionProblem.unreachable("The document: " + l.reason());
    };
  }

  private URI callableDocument(URI url) {
    var refusal = egress.refusal(url, Origin.TENANT);
    if (refusal.isPresent()) {
      throw new InvalidRequest("/url", refusal.get());
    }
    return url;
  }

  private static JsonNode parsed(String text) {
    if (text.length() > MAX_BYTES) {
      throw new InvalidRequest(
          ApiDocument.POINTER,
          "it is larger than %d bytes; leave out the operations you don't need"
              .formatted(MAX_BYTES));
    }
    try {
      var root = Texts.value(text);
      return root.isObject() ? root : Json.object();
    } catch (Problem e) {
      throw new InvalidRequest(ApiDocument.POINTER, "it can't be read: " + e.detail());
    }
  }
}
