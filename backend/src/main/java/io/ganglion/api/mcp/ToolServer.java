package io.ganglion.api.mcp;

import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import io.ganglion.schema.Schemas;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCRequest;
import io.modelcontextprotocol.modern.McpSchema.CacheScope;
import io.modelcontextprotocol.modern.McpSchema.Implementation;
import io.modelcontextprotocol.modern.server.McpRequestContext;
import io.modelcontextprotocol.modern.server.McpServer;
import io.modelcontextprotocol.modern.server.McpTransportResponse;
import io.modelcontextprotocol.modern.server.RequestStateCodec;
import io.modelcontextprotocol.modern.server.feature.ToolsFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The library's server of the current revision, with tools that depend on who calls. */
@ApplicationScoped
class ToolServer {
  static final String NAME = "ganglion";
  static final String INSTRUCTIONS =
      "You act as one agent through Ganglion. Calls of its tools are durable: each is done once,"
          + " survives crashes, and is looked up rather than repeated when its fate is unknown."
          + " Give each act an idempotency_key of your own and use the same one whenever you repeat"
          + " it. A call that is pending goes on by itself: ask ganglion_wait, don't call again"
          + " under another key.";

  private final McpServer server;
  private final String version;

  ToolServer(
      AgentTools tools,
      Schemas schemas,
      @ConfigProperty(name = "quarkus.application.version", defaultValue = "0") String version) {
    this.version = version;
    this.server =
        McpServer.builder()
            .serverInfo(Implementation.builder(NAME, version).build())
            .instructions(INSTRUCTIONS)
            .jsonMapper(Wire.JSON)
            .requestStateCodec(new Plain())
            .feature(
                ToolsFeature.ofSync(
                    tools, Wire.JSON, new OurSchemas(schemas), 0L, CacheScope.PRIVATE))
            .build();
  }

  String version() {
    return version;
  }

  /** Handles a request on this thread; what streams does its work while it is read. */
  McpTransportResponse handle(ToolCaller caller, JSONRPCRequest request) {
    return Objects.requireNonNull(server.handleBlocking(caller.context(), request).block());
  }

  /**
   * A question's state says which step it was about; {@link ActionTools} trusts it with no more.
   */
  private static final class Plain implements RequestStateCodec {
    @Override
    public String seal(McpRequestContext context, String state) {
      return state;
    }

    @Override
    public @Nullable String open(McpRequestContext context, String state) {
      return state;
    }
  }

  /** Our checks of schemas, with their bounds, in the library's words. */
  private record OurSchemas(Schemas schemas) implements JsonSchemaValidator {
    @Override
    public ValidationResponse validate(Map<String, Object> schema, @Nullable Object value) {
      try {
        var wrong =
            schemas.check(Wire.tree(schema), value == null ? Json.object() : Wire.tree(value));
        return wrong.isEmpty()
            ? ValidationResponse.asValid(null)
            : ValidationResponse.asInvalid(
                wrong.stream()
                    .map(one -> "%s %s".formatted(one.pointer(), one.detail()).strip())
                    .collect(Collectors.joining("; ")));
      } catch (Problem e) {
        return ValidationResponse.asInvalid(e.detail());
      }
    }
  }
}
