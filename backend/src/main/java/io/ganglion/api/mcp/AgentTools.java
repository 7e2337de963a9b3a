package io.ganglion.api.mcp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ganglion.agent.Agent;
import io.ganglion.agent.Toolbox;
import io.ganglion.connection.Connection;
import io.ganglion.connection.Connections;
import io.ganglion.connector.Catalogue;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.TenantId;
import io.ganglion.mcp.McpConfig;
import io.modelcontextprotocol.modern.McpException;
import io.modelcontextprotocol.modern.McpSchema.CacheScope;
import io.modelcontextprotocol.modern.McpSchema.Tool;
import io.modelcontextprotocol.modern.server.McpRequestContext;
import io.modelcontextprotocol.modern.server.feature.McpSyncTool;
import io.modelcontextprotocol.modern.server.feature.McpSyncToolRepository;
import io.modelcontextprotocol.modern.server.feature.ToolsPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tools that a caller sees: those of the agent and our own, as far as its scopes go. */
@ApplicationScoped
class AgentTools implements McpSyncToolRepository {
  /** One listing asks for all pages, and a call for one tool of them. */
  private static final Duration KEPT = Duration.ofSeconds(2);

  private static final int KEPT_COUNT = 1_000;

  private final Catalogue catalogue;
  private final Connections connections;
  private final ActionTools actions;
  private final OwnTools own;
  private final int page;
  private final Cache<Key, Map<String, Toolbox.Tool>> boxes =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(KEPT_COUNT).build();

  private record Key(TenantId tenant, AgentId agent, long version) {}

  AgentTools(
      Catalogue catalogue,
      Connections connections,
      ActionTools actions,
      OwnTools own,
      McpConfig config) {
    this.catalogue = catalogue;
    this.connections = connections;
    this.actions = actions;
    this.own = own;
    this.page = config.page();
  }

  /** Our own first, then the agent's in the order of its connections: stable between changes. */
  @Override
  public ToolsPage list(McpRequestContext context, @Nullable String cursor) {
    var caller = ToolCaller.of(context);
    var all = new ArrayList<Tool>(own.shownTo(caller));
    if (caller.may("runs:write")) {
      box(caller).forEach((name, tool) -> all.add(actions.definition(name, tool)));
    }
    int from = cursor == null ? 0 : after(all, cursor);
    int to = Math.min(all.size(), from + page);
    var next = to < all.size() ? seal(all.get(to - 1).name()) : null;
    return new ToolsPage(List.copyOf(all.subList(from, to)), next, 0L, CacheScope.PRIVATE);
  }

  @Override
  public @Nullable McpSyncTool find(McpRequestContext context, String name) {
    var caller = ToolCaller.of(context);
    var ours = own.find(caller, name);
    if (ours.isPresent()) {
      return ours.get();
    }
    var tool = caller.may("runs:write") ? box(caller).get(name) : null;
    return tool == null ? null : actions.tool(name, tool);
  }

  private Map<String, Toolbox.Tool> box(ToolCaller caller) {
    var tenant = caller.tenant();
    Agent agent = caller.agent();
    return boxes.get(
        new Key(tenant, agent.id(), agent.version()),
        key ->
            Toolbox.of(
                agent,
                name -> catalogue.connector(tenant, name),
                connection -> connections.named(tenant, connection).map(Connection::connector),
                tool -> true));
  }

  private static int after(List<Tool> all, String cursor) {
    String name;
    try {
      name = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw McpException.invalidParams("Send a nextCursor of this list, unchanged");
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).name().equals(name)) {
        return i + 1;
      }
    }
    throw McpException.invalidParams("The list has changed; read it from its beginning");
  }

  private static String seal(String name) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(name.getBytes(StandardCharsets.UTF_8));
  }
}
