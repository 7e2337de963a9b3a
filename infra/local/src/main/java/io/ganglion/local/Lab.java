package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** The laboratory's verb: lists scenarios, and tries workflows on some seeds of one. */
final class Lab {
  private static final Duration LIMIT = Duration.ofHours(2);
  private static final long POLL_MS = 500;

  private final ApiClient api;
  private final Terminal terminal;

  /**
   * @param api calls as a tenant
   */
  Lab(ApiClient api, Terminal terminal) {
    this.api = api;
    this.terminal = terminal;
  }

  /** Prints the scenarios there are. */
  void scenarios() {
    terminal.title("Scenarios");
    for (var scenario : api.get("/lab/scenarios").path("data")) {
      terminal.line(
          "%-16s depth %d  %s"
              .formatted(
                  scenario.path("name").asText(),
                  scenario.path("depth").asInt(),
                  scenario.path("title").asText()));
    }
  }

  /**
   * Tries a workflow, prints a line for each trial and what they come to.
   *
   * @return whether all were judged
   */
  boolean trials(LabOptions options) {
    var body = new HashMap<String, Object>();
    body.put("scenario", options.scenario());
    body.put("workflows", List.of(options.file().map(this::deployed).orElse("")));
    body.put("seed", options.seed());
    body.put("seeds", options.seeds());
    String contest =
        api.post("/lab/tournaments", body, UUID.randomUUID().toString()).path("id").asText();
    var ended = followed(contest);
    terminal.title("%s, %d seeds".formatted(options.scenario(), options.seeds()));
    terminal.line(LabText.HEAD);
    var trials = new ArrayList<>(trials(contest));
    trials.sort(java.util.Comparator.comparingLong(trial -> trial.path("seed").asLong()));
    trials.forEach(trial -> terminal.line(LabText.trial(trial)));
    var standing = ended.path("standings").path(0);
    terminal.title("Score");
    terminal.line(LabText.standing(standing));
    return standing.path("failed").asInt() == 0;
  }

  private String deployed(Path file) {
    return Workflows.deploy(api, file).path("id").asText();
  }

  private List<JsonNode> trials(String contest) {
    return api.list("/lab/trials", "&contest=" + contest);
  }

  private JsonNode followed(String contest) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      var now = api.get("/lab/contests/" + contest);
      if (now.path("state").asText().equals("ended")) {
        return now;
      }
      var standing = now.path("standings").path(0);
      terminal.passing(
          "%d of %d trials are judged"
              .formatted(standing.path("judged").asInt(), standing.path("trials").asInt()));
      if (System.nanoTime() > deadline) {
        throw new StackFailure(
            "contest %s has not ended within %d min; it goes on"
                .formatted(contest, LIMIT.toMinutes()));
      }
      Patience.pause(POLL_MS);
    }
  }
}
