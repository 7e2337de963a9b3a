package io.ganglion.api.lab;

import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.TenantId;
import io.ganglion.trial.ContestKind;
import io.ganglion.trial.NewContest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A workflow whose knobs are to be turned. */
@Schema(name = "StartEvolution")
public record EvolutionBody(
    @Schema(required = true, examples = "weak-quorum") @Nullable String scenario,
    @Schema(
            required = true,
            description =
                "wfl_… or namespace/name[:version], with document.metadata.ganglion.knobs",
            examples = "laboratory/weak-quorum")
        @Nullable String workflow,
    @Schema(
            description = "Of the first trial; the others have those that follow",
            defaultValue = "1")
        @Nullable Long seed,
    @Schema(
            description = "Of each variant that comes to the last round; in rounds before it fewer",
            minimum = "2",
            maximum = "1000",
            defaultValue = "2")
        @Nullable Integer seeds,
    @Schema(
            description = "What the workflow calls parts of the world, beside the parts' own names",
            examples = "{\"main\": \"x\"}")
        @Nullable Map<String, String> connections) {
  String reference() {
    if (workflow == null) {
      throw new InvalidRequest("/workflow", "name a workflow with knobs");
    }
    return workflow;
  }

  NewContest wanted(TenantId tenant, UUID request) {
    return new NewContest(
        tenant,
        new ContestId(request),
        ContestKind.EVOLUTION,
        TrialBody.required(scenario),
        TrialBody.first(seed),
        TrialBody.count(seeds, 2),
        Map.of(),
        Optional.empty(),
        TrialBody.names(connections));
  }
}
