package io.ganglion.api.lab;

import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.TenantId;
import io.ganglion.trial.ContestKind;
import io.ganglion.trial.NewContest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A candidate that is to be no worse than a baseline. */
@Schema(name = "StartGate")
public record GateBody(
    @Schema(required = true, examples = "lost-answer") @Nullable String scenario,
    @Schema(
            required = true,
            description = "wfl_… or namespace/name[:version]",
            examples = "laboratory/lost-answer")
        @Nullable String candidate,
    @Schema(
            description = "wfl_… or namespace/name[:version]; left out: the scenario's reference",
            examples = "laboratory/lost-answer")
        @Nullable String baseline,
    @Schema(
            description = "Of the first trial; the others have those that follow",
            defaultValue = "1")
        @Nullable Long seed,
    @Schema(description = "Of each of the two", minimum = "2", maximum = "1000", defaultValue = "2")
        @Nullable Integer seeds,
    @Schema(
            description =
                "How much worse is not worse, in depth; left out: a twentieth of the scenario's"
                    + " depth",
            examples = "0.05")
        @Nullable BigDecimal margin,
    @Schema(
            description = "What the workflows call parts of the world, beside the parts' own names",
            examples = "{\"main\": \"x\"}")
        @Nullable Map<String, String> connections) {
  private static final BigDecimal MOST = BigDecimal.valueOf(100);

  NewContest wanted(TenantId tenant, UUID request) {
    if (candidate == null) {
      throw new InvalidRequest("/candidate", "name the workflow that is to pass");
    }
    if (margin != null && (margin.signum() < 0 || margin.compareTo(MOST) > 0)) {
      throw new InvalidRequest("/margin", "send a number from 0 to 100");
    }
    var entrants = new LinkedHashMap<String, String>();
    entrants.put("candidate", candidate);
    entrants.put("baseline", baseline == null ? "" : baseline);
    return new NewContest(
        tenant,
        new ContestId(request),
        ContestKind.GATE,
        TrialBody.required(scenario),
        TrialBody.first(seed),
        TrialBody.count(seeds, 2),
        entrants,
        Optional.ofNullable(margin),
        TrialBody.names(connections));
  }
}
