package io.ganglion.trial;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Trials that somebody asks for: one for each of some seeds.
 *
 * @param request what their identifiers are derived from, so that a repetition finds them
 * @param first the seed of the first; the others have those that follow
 * @param count how many seeds
 * @param external whether an agent outside acts
 * @param workflow {@code wfl_…} or {@code namespace/name[:version]}; empty: the scenario's
 *     reference
 * @param policyOf the agent whose policy is tried
 * @param connections which part of the world each further name of a connection stands for
 */
public record NewTrials(
    TenantId tenant,
    UUID request,
    String scenario,
    long first,
    int count,
    boolean external,
    Optional<String> workflow,
    Optional<AgentId> policyOf,
    Map<String, String> connections) {
  /** The most seeds of one request. */
  public static final int MAX_SEEDS = 1_000;
}
