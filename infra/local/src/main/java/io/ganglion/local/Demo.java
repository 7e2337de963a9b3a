package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Runs workflows as the demo tenant's agent and shows what comes of them. */
final class Demo {
  private static final Duration CAMPAIGN = Duration.ofMinutes(5);
  private static final Duration ANY_FILE = Duration.ofDays(1);

  private final StackDir dir;
  private final ApiClient operator;
  private final DemoTenant tenant;
  private final Terminal terminal;

  /**
   * @param operator calls with the operator's token
   */
  Demo(StackDir dir, ApiClient operator, Terminal terminal) {
    this.dir = dir;
    this.operator = operator;
    this.tenant = new DemoTenant(dir, operator);
    this.terminal = terminal;
  }

  /** The demo tenant's key; the tenant is made when there is none. */
  String apiKey() {
    return tenant.tenant().apiKey();
  }

  /** Asks somebody to own the demo tenant too, unless they are asked already. */
  void invite(String email) {
    var body = java.util.Map.of("email", email, "role", "owner");
    try {
      operator.with(apiKey()).post("/invitations", body, UUID.randomUUID().toString());
    } catch (ApiProblem e) {
      if (e.status() != 409) { // invited, or in
        throw e;
      }
    }
  }

  /**
   * Runs any workflow file, follows it and prints its receipt.
   *
   * @return whether it succeeded
   */
  boolean file(Path file, JsonNode input) {
    var state =
        terminal.step("preparing the demo tenant", tenant::agent, s -> "demo tenant " + s.tenant());
    var api = operator.with(state.apiKey());
    String workflow = Workflows.deploy(api, file).path("id").asText();
    var run = start(api, state, workflow, input, UUID.randomUUID().toString());
    return show(api, run, ANY_FILE);
  }

  /**
   * Runs the demo campaign and tells what happened on each platform. One that an earlier launcher
   * left unfinished is followed to its end instead.
   *
   * @return whether it succeeded
   */
  boolean campaign() {
    var state =
        terminal.step(
            "preparing the demo tenant, its agent and connections",
            tenant::agent,
            s -> "demo tenant %s, agent %s".formatted(s.tenant(), s.agent()));
    var api = operator.with(state.apiKey());
    var campaign = state.campaign();
    if (campaign == null) {
      String workflow =
          Workflows.deploy(api, dir.root().resolve("examples/campaign.yaml")).path("id").asText();
      long seq = JournalText.lastSeq(api.list("/lab/journal"));
      campaign = new DemoState.Campaign(UUID.randomUUID().toString(), workflow, null, seq);
      state.withCampaign(campaign).write(dir);
    } else {
      terminal.line("an earlier campaign has not ended: following it instead of starting another");
    }
    String run = campaign.run();
    if (run == null) {
      run = startCampaign(api, state, campaign);
    }
    boolean succeeded = show(api, run, CAMPAIGN);
    terminal.title("What happened on each platform");
    JournalText.linesAfter(campaign.journalSeq(), api.list("/lab/journal")).forEach(terminal::line);
    state.withCampaign(null).write(dir);
    return succeeded;
  }

  /** A start that is refused is forgotten: repeating it would be refused for ever. */
  private String startCampaign(ApiClient api, DemoState state, DemoState.Campaign campaign) {
    try {
      var input = JsonNodeFactory.instance.objectNode();
      String run = start(api, state, campaign.workflow(), input, campaign.key());
      state.withCampaign(campaign.withRun(run)).write(dir);
      return run;
    } catch (ApiProblem e) {
      state.withCampaign(null).write(dir);
      throw e;
    }
  }

  private static String start(
      ApiClient api, DemoState state, String workflow, JsonNode input, String key) {
    var body = Map.of("workflow", workflow, "agent", String.valueOf(state.agent()), "input", input);
    return api.post("/runs", body, key).path("id").asText();
  }

  private boolean show(ApiClient api, String run, Duration limit) {
    terminal.title("Run " + run);
    var end = new RunFollower(api, terminal).follow(run, limit);
    String state = end.path("state").asText();
    boolean succeeded = state.equals("SUCCEEDED");
    if (!succeeded) {
      terminal.bad(state.toLowerCase(Locale.ROOT).replace('_', ' ') + why(end.path("error")));
    }
    terminal.title("Receipt");
    ReceiptText.lines(api.get("/runs/" + run + "/receipt")).forEach(terminal::line);
    return succeeded;
  }

  private static String why(JsonNode error) {
    return error.isObject()
        ? ": %s %s at %s"
            .formatted(
                error.path("title").asText(),
                error.path("detail").asText(""),
                error.path("instance").asText("?"))
        : "";
  }
}
