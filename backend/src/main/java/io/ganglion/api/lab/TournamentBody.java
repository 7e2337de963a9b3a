package io.ganglion.api.lab;

import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.TenantId;
import io.ganglion.trial.ContestKind;
import io.ganglion.trial.NewContest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Workflows to compare on the same seeds. */
@Schema(name = "StartTournament")
public record TournamentBody(
    @Schema(required = true, examples = "lost-answer") @Nullable String scenario,
    @Schema(
            required = true,
            description =
                "Workflows: wfl_… or namespace/name[:version]; an empty text is the scenario's"
                    + " reference",
            examples = "[\"\"]")
        @Nullable List<String> workflows,
    @Schema(
            description = "Of the first trial; the others have those that follow",
            defaultValue = "1")
        @Nullable Long seed,
    @Schema(description = "Of each workflow", minimum = "1", maximum = "1000", defaultValue = "1")
        @Nullable Integer seeds,
    @Schema(
            description = "What the workflows call parts of the world, beside the parts' own names",
            examples = "{\"main\": \"x\"}")
        @Nullable Map<String, String> connections) {
  private static final int MOST = 50;

  NewContest wanted(TenantId tenant, UUID request) {
    if (workflows == null || workflows.isEmpty() || workflows.size() > MOST) {
      throw new InvalidRequest("/workflows", "name 1 to %d workflows".formatted(MOST));
    }
    var entrants = new LinkedHashMap<String, String>();
    for (int i = 0; i < workflows.size(); i++) {
      var reference = workflows.get(i);
      if (reference.length() > 300) {
        throw new InvalidRequest("/workflows/" + i, "name a workflow");
      }
      if (entrants.put(reference.isEmpty() ? "reference" : reference, reference) != null) {
        throw new InvalidRequest("/workflows/" + i, "this one is here already; remove one");
      }
    }
    return new NewContest(
        tenant,
        new ContestId(request),
        ContestKind.TOURNAMENT,
        TrialBody.required(scenario),
        TrialBody.first(seed),
        TrialBody.count(seeds, 1),
        entrants,
        Optional.empty(),
        TrialBody.names(connections));
  }
}
