package io.ganglion.api.mcp;

import io.modelcontextprotocol.modern.JsonRpc.JSONRPCMessage;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCRequest;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCResponse;
import io.modelcontextprotocol.modern.McpSchema;
import io.modelcontextprotocol.modern.McpSchema.MetaKeys;
import io.modelcontextprotocol.modern.server.McpTransportResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Requests of the revision 2026-07-28: each says all that there is to know of its client.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP</a>
 */
@ApplicationScoped
class Stateless {
  static final String VERSION_HEADER = "MCP-Protocol-Version";
  private static final String ENCODED = "=?base64?";
  private static final String ENCODED_END = "?=";

  private final ToolServer server;

  Stateless(ToolServer server) {
    this.server = server;
  }

  /** The revision that a request names in its own body, as those of this revision do. */
  static Optional<String> version(JSONRPCRequest request) {
    return request.params() instanceof Map<?, ?> params
            && params.get("_meta") instanceof Map<?, ?> meta
            && meta.get(MetaKeys.PROTOCOL_VERSION) instanceof String version
        ? Optional.of(version)
        : Optional.empty();
  }

  /** Whether it is of this revision, by its body or, where that says nothing, by its header. */
  static boolean is(JSONRPCRequest request, HttpHeaders headers) {
    return version(request).isPresent()
        || McpSchema.LATEST_PROTOCOL_VERSION.equals(headers.getHeaderString(VERSION_HEADER));
  }

  Response answer(ToolCaller caller, JSONRPCRequest request, HttpHeaders headers) {
    if (version(request).isEmpty()) {
      return RpcErrors.params(request.id(), MetaKeys.PROTOCOL_VERSION + " is missing in _meta");
    }
    var mismatch = mismatch(request, headers);
    if (mismatch != null) {
      return RpcErrors.header(request.id(), mismatch);
    }
    return switch (server.handle(caller, request)) {
      case McpTransportResponse.Result result -> RpcErrors.json(200, result.response());
      case McpTransportResponse.Error error -> RpcErrors.answer(error.response());
      case McpTransportResponse.Streaming streaming ->
          takesStreams(headers)
              ? stream(out -> read(streaming, caller.wire()::send), caller.wire())
              : RpcErrors.json(200, read(streaming, message -> {}));
      default -> throw new IllegalStateException("an answer of a kind that we don't know");
    };
  }

  static boolean takesStreams(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .anyMatch(type -> type.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE));
  }

  /** Answers by an event stream, made while it is read. */
  static Response stream(Consumer<Wire> work, Wire wire) {
    StreamingOutput output =
        out -> {
          wire.open(out);
          wire.keepAlive(); // the headers go out before the work is done
          work.accept(wire);
        };
    return Response.ok(output)
        .type(MediaType.SERVER_SENT_EVENTS_TYPE)
        .header("Cache-Control", "no-cache")
        .header("X-Accel-Buffering", "no")
        .build();
  }

  /** Does the work of a streaming answer on this thread; the response comes last. */
  static JSONRPCResponse read(
      McpTransportResponse.Streaming streaming, Consumer<JSONRPCMessage> each) {
    var last = new AtomicReference<@Nullable JSONRPCResponse>();
    streaming
        .messages()
        .doOnNext(
            message -> {
              if (message instanceof JSONRPCResponse response) {
                last.set(response);
              }
              each.accept(message);
            })
        .blockLast();
    var response = last.get();
    if (response == null) {
      throw new IllegalStateException("a stream without a response");
    }
    return response;
  }

  /** What headers and body disagree about; intermediaries decide by the headers. */
  private static @Nullable String mismatch(JSONRPCRequest request, HttpHeaders headers) {
    if (!version(request).equals(Optional.ofNullable(headers.getHeaderString(VERSION_HEADER)))) {
      return VERSION_HEADER + " has to be the revision that _meta names";
    }
    if (!request.method().equals(headers.getHeaderString("Mcp-Method"))) {
      return "Mcp-Method has to be the request's method";
    }
    if (request.method().equals("tools/call")
        && request.params() instanceof Map<?, ?> params
        && params.get("name") instanceof String name
        && !name.equals(decoded(headers.getHeaderString("Mcp-Name")))) {
      return "Mcp-Name has to be the tool's name";
    }
    return null;
  }

  private static @Nullable String decoded(@Nullable String header) {
    if (header == null || !header.startsWith(ENCODED) || !header.endsWith(ENCODED_END)) {
      return header;
    }
    var text =
        header.substring(
            ENCODED.length(), Math.max(ENCODED.length(), header.length() - ENCODED_END.length()));
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
