package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The demo tenant with its agent and its connections to the laboratory's platforms; made once, then
 * used again.
 */
final class DemoTenant {
  static final List<String> PLATFORMS =
      List.of("x", "instagram", "model", "image", "binance", "evm");

  private final StackDir dir;
  private final ApiClient operator;

  /**
   * @param operator calls with the operator's token
   */
  DemoTenant(StackDir dir, ApiClient operator) {
    this.dir = dir;
    this.operator = operator;
  }

  /** The tenant with a key that works. */
  DemoState tenant() {
    return DemoState.read(dir).filter(this::keyWorks).orElseGet(this::makeTenant);
  }

  /** The tenant with its agent. */
  DemoState agent() {
    var state = tenant();
    return state.agent() != null ? state : makeAgent(state);
  }

  private boolean keyWorks(DemoState state) {
    try {
      operator.with(state.apiKey()).get("/lab/journal?limit=1");
      return true;
    } catch (ApiProblem e) {
      if (e.status() == 401) {
        return false; // the database is another than the one that knew the key
      }
      throw e;
    }
  }

  private DemoState makeTenant() {
    var made = operator.post("/tenants", Map.of("name", "Demo"), UUID.randomUUID().toString());
    return new DemoState(
            made.path("id").asText(), made.path("api_key").path("secret").asText(), null, null)
        .write(dir);
  }

  /** Keys of their own make each call repeatable: a launcher killed half-way finds what it made. */
  private DemoState makeAgent(DemoState state) {
    var api = operator.with(state.apiKey());
    for (String platform : PLATFORMS) {
      connect(api, platform);
    }
    var body =
        Map.of(
            "name",
            "campaigner",
            "connections",
            PLATFORMS,
            "policy",
            Map.of("irreversible", "allow"));
    return state.withAgent(api.post("/agents", body, "demo-agent").path("id").asText()).write(dir);
  }

  private static void connect(ApiClient api, String platform) {
    JsonNode offered =
        api.post("/lab/accounts", Map.of("platform", platform), "demo-account-" + platform)
            .path("connection");
    var body =
        Map.of(
            "name", platform,
            "connector", offered.path("connector").asText(platform),
            "environment", offered.path("environment").asText("lab"),
            "credentials", offered.path("credentials"));
    api.post("/connections", body, "demo-connection-" + platform);
  }
}
