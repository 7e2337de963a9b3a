package io.ganglion.api.lab;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.TenantId;
import io.ganglion.trial.NewTrials;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to try. */
@Schema(name = "StartTrials")
public record TrialBody(
    @Schema(required = true, examples = "lost-answer") @Nullable String scenario,
    @Schema(
            description = "Of the first trial; the others have those that follow",
            defaultValue = "1")
        @Nullable Long seed,
    @Schema(
            description = "How many trials, each with a seed of its own",
            minimum = "1",
            maximum = "1000",
            defaultValue = "1")
        @Nullable Integer seeds,
    @Schema(
            description = "wfl_… or namespace/name[:version]; left out: the scenario's reference",
            examples = "demo/campaign:1.0.0")
        @Nullable String workflow,
    @Schema(description = "An agent whose policy is tried; left out: the world's all is allowed")
        @Nullable AgentId agent,
    @Schema(
            description =
                "true: no workflow, an agent outside acts by sessions of the trial's agent",
            defaultValue = "false")
        @Nullable Boolean external,
    @Schema(
            description = "What the workflow calls parts of the world, beside the parts' own names",
            examples = "{\"main\": \"x\"}")
        @Nullable Map<String, String> connections) {
  NewTrials wanted(TenantId tenant, UUID request) {
    return new NewTrials(
        tenant,
        request,
        required(scenario),
        first(seed),
        count(seeds, 1),
        external != null && external,
        Optional.ofNullable(workflow),
        Optional.ofNullable(agent),
        names(connections));
  }

  static String required(@Nullable String scenario) {
    if (scenario == null) {
      throw new InvalidRequest("/scenario", "name one that GET /lab/scenarios lists");
    }
    return scenario;
  }

  static long first(@Nullable Long seed) {
    long first = seed == null ? 1 : seed;
    if (first < 0 || first > Integer.MAX_VALUE) {
      throw new InvalidRequest("/seed", "send a number from 0 to " + Integer.MAX_VALUE);
    }
    return first;
  }

  static int count(@Nullable Integer seeds, int least) {
    int count = seeds == null ? least : seeds;
    if (count < least || count > NewTrials.MAX_SEEDS) {
      throw new InvalidRequest(
          "/seeds", "send a number from %d to %d".formatted(least, NewTrials.MAX_SEEDS));
    }
    return count;
  }

  static Map<String, String> names(@Nullable Map<String, String> connections) {
    var names = Objects.requireNonNullElse(connections, Map.<String, String>of());
    if (names.values().stream().anyMatch(Objects::isNull)) {
      throw new InvalidRequest("/connections", "send the name of a part for each");
    }
    return names;
  }
}
