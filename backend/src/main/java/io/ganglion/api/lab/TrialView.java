package io.ganglion.api.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TrialId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.trial.Trial;
import io.ganglion.trial.TrialKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One scenario with one seed, and who is tried in it. */
@Schema(name = "Trial")
public record TrialView(
    TrialId id,
    @Schema(enumeration = {"workflow", "external"}) String kind,
    @Schema(examples = "lost-answer") String scenario,
    @Schema(description = "The scenario's", examples = "1") int version,
    @Schema(examples = "7") long seed,
    @Schema(description = "Null for an external agent's trial") @Nullable WorkflowId workflow,
    @Schema(
            description =
                "Made for the trial, and deleted after it; an external agent starts sessions of it")
        AgentId agent,
    @Schema(
            description =
                "What is to be done, as the seed has drawn it: a workflow's run is started with it, an external"
                    + " agent reads it here. Null where the scenario has another version by now",
            type = SchemaType.OBJECT,
            examples = "{\"text\": \"The launch 4711 is here\"}")
        @Nullable JsonNode input,
    @Schema(
            description =
                "Names of connections in the world, beside its parts', and which part each is of",
            examples = "{\"main\": \"x\"}")
        Map<String, String> connections,
    @Schema(enumeration = {"queued", "opening", "running", "judged", "failed"}) String state,
    @Schema(description = "Of a workflow's trial: its run, whose receipt says what was held")
        @Nullable RunId run,
    @Schema(description = "The contest that it belongs to") @Nullable ContestId contest,
    @Schema(description = "Which of the contest's", examples = "candidate")
        @Nullable String entrant,
    @Schema(description = "In depth; null until it is judged", examples = "0.9286")
        @Nullable BigDecimal score,
    @Schema(description = "What the score is made of; null until it is judged")
        @Nullable TrialResult result,
    @Schema(
            description = "Why it could not be held",
            examples = "its world could not be opened: no laboratory")
        @Nullable String reason,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Schema(description = "It is judged then as it stands") @Nullable Instant deadline,
    @Nullable Instant endedAt) {
  static TrialView of(Trial trial, Optional<ObjectNode> input) {
    var plan = trial.plan();
    return new TrialView(
        plan.id(),
        plan.kind().word(),
        plan.scenario(),
        plan.version(),
        plan.seed(),
        plan.workflow(),
        plan.agent(),
        input.orElse(null),
        plan.connections(),
        trial.state().word(),
        plan.kind() == TrialKind.WORKFLOW && trial.deadline() != null ? plan.run() : null,
        plan.entry().map(Trial.Entry::contest).orElse(null),
        plan.entry().map(Trial.Entry::entrant).orElse(null),
        trial.score(),
        trial.result() == null ? null : TrialResult.of(trial.result()),
        trial.reason(),
        trial.times().created(),
        trial.times().started(),
        trial.deadline(),
        trial.times().ended());
  }
}
