package io.ganglion.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.TrialId;
import io.ganglion.kernel.WorkflowId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One scenario with one seed, and who is tried in it.
 *
 * @param plan what never changes
 * @param finishing whether somebody asked to have it judged now
 * @param deadline when it is judged as it stands; null before its world is open
 * @param score null until it is judged
 * @param result parts of the score and what they come from; null until it is judged
 * @param reason why it could not be held
 */
public record Trial(
    Plan plan,
    TrialState state,
    boolean finishing,
    @Nullable Instant deadline,
    @Nullable BigDecimal score,
    @Nullable JsonNode result,
    @Nullable String reason,
    Times times) {

  /**
   * What is tried.
   *
   * @param version the scenario's
   * @param workflow null for an external agent
   * @param policyOf the agent whose policy is tried; null: all that the world has is allowed
   * @param connections what the workflow calls parts of the world beside their own names
   * @param entry whose it is, where it is of a contest
   * @param agent made for the trial
   * @param run fixed before it is started; of an external agent's runs all are later
   */
  public record Plan(
      TenantId tenant,
      TrialId id,
      TrialKind kind,
      String scenario,
      int version,
      long seed,
      @Nullable WorkflowId workflow,
      @Nullable AgentId policyOf,
      Map<String, String> connections,
      Optional<Entry> entry,
      AgentId agent,
      RunId run) {}

  /** Whose a contest's trial is. */
  public record Entry(ContestId contest, String entrant) {}

  /** When what happened. */
  public record Times(Instant created, @Nullable Instant started, @Nullable Instant ended) {}

  public TenantId tenant() {
    return plan.tenant;
  }

  public TrialId id() {
    return plan.id;
  }
}
