package io.ganglion.api.mcp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.modern.client.transport.HttpClientMcpTransport;
import io.modelcontextprotocol.modern.client.transport.McpHttpRequestCustomizer;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.time.Duration;
import java.util.function.Function;

/** The official library's clients, of both kinds of revisions. */
final class Clients {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Clients() {}

  /** Of the current revision. */
  static io.modelcontextprotocol.modern.client.McpClient.SyncBuilder current(
      String url, String path, String key) {
    return io.modelcontextprotocol.modern.client.McpClient.sync(
        HttpClientMcpTransport.builder(url + path)
            .jsonMapper(Wire.JSON)
            .requestCustomizer(
                McpHttpRequestCustomizer.fromSync(
                    (request, headers, context) -> headers.set("Authorization", "Bearer " + key)))
            .build());
  }

  /** Of a revision with sessions; it has opened one. */
  static McpSyncClient withSession(String url, String path, String key) {
    return open(spec(url, path, key).build());
  }

  /** As {@link #withSession}, with a user who answers questions. */
  static McpSyncClient withUser(
      String url, String path, String key, Function<ElicitFormRequest, ElicitResult> user) {
    return open(
        spec(url, path, key)
            .capabilities(ClientCapabilities.builder().elicitation().build())
            .elicitation(user)
            .build());
  }

  private static McpClient.SyncSpec spec(String url, String path, String key) {
    return McpClient.sync(
            HttpClientStreamableHttpTransport.builder(url)
                .endpoint(path)
                .jsonMapper(Wire.JSON)
                .httpRequestCustomizer(
                    (builder, method, uri, body, context) ->
                        builder.header("Authorization", "Bearer " + key))
                .build())
        .requestTimeout(PATIENCE)
        .initializationTimeout(PATIENCE);
  }

  private static McpSyncClient open(McpSyncClient client) {
    client.initialize();
    return client;
  }
}
