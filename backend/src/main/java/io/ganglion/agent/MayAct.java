package io.ganglion.agent;

import io.ganglion.db.Write;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Refused once the tenant is paused or being moved, or the agent is paused and, unless it takes
 * something back, once the tenant is suspended. It rides in the commit of each intent, so that runs
 * under way stop where they are.
 *
 * @param agent whose run it is; null for a run without one
 * @param undoes whether it takes back what landed
 */
public record MayAct(TenantId tenant, @Nullable AgentId agent, boolean undoes) implements Write {
  /** The refusal's reason where somebody asked for a pause. */
  public static final String PAUSED = "paused";

  /** The refusal's reason where the tenant does not pay. */
  public static final String SUSPENDED = "suspended";
}
