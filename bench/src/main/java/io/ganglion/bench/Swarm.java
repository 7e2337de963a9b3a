package io.ganglion.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One step that asks a thousand models of 200 ms each, and takes the quorum's answer. */
final class Swarm {
  private static final int MEMBERS = 1000;
  private static final long ANSWER_MS = 200;
  private static final int WARM_UP = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String WORKFLOW =
      """
      document: {dsl: '1.0.3', namespace: bench, name: swarm, version: '1.0.0'}
      do:
      - ask:
          call: ganglion.swarm
          with:
            action: model.chat
            connection: models
            n: %d
            concurrency: %d
            arguments: {model: small, messages: [{role: user, content: '${ "question \\($index)" }'}]}
            reducer: {type: quorum, quorum: %d, by: '.text'}
      """
          .formatted(MEMBERS, MEMBERS, MEMBERS);

  private Swarm() {}

  static Figure figure(Rig rig, Path jar) throws Exception {
    try (var models = new Platform(ANSWER_MS);
        var backend = Backend.start(rig, jar, Map.of())) {
      var agent = agent(backend, models.url());
      var workflow = backend.workflow(WORKFLOW);
      for (int i = 0; i < WARM_UP; i++) {
        var unused = wall(backend, workflow, agent);
      }
      return Pairs.alone(
          "swarm of 1,000, 200 ms each",
          "ms",
          () -> wall(backend, workflow, agent),
          500,
          350,
          false);
    }
  }

  private static String agent(Backend backend, String url)
      throws IOException, InterruptedException {
    var connection =
        JSON.createObjectNode()
            .put("connector", "model")
            .put("name", "models")
            .put("base_url", url);
    connection.putObject("credentials").put("api_key", "none");
    backend.post("/connections", connection);
    var agent = JSON.createObjectNode().put("name", "asker");
    agent.putArray("connections").add("models");
    return backend.post("/agents", agent).path("id").asText();
  }

  /** Milliseconds of the one step. */
  private static double wall(Backend backend, String workflow, String agent) throws Exception {
    var body = JSON.createObjectNode().put("workflow", workflow).put("agent", agent);
    body.putObject("input");
    var run = backend.post("/runs", body).path("id").asText();
    var state = "";
    while (!state.equals("SUCCEEDED")) {
      Thread.sleep(
          50); // it is timed by the step's own record; to ask more often takes from what is
      // measured
      state = backend.get("/runs/" + run).path("state").asText();
      if (state.equals("FAILED")) {
        throw new IllegalStateException(backend.get("/runs/" + run).toString());
      }
    }
    var steps = backend.get("/runs/" + run + "/steps").path("data");
    var ask = steps.get(0);
    return java.time.Duration.between(
                java.time.Instant.parse(ask.path("started_at").asText()),
                java.time.Instant.parse(ask.path("ended_at").asText()))
            .toNanos()
        / 1e6;
  }
}
