package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a workflow version, or of a session.
 *
 * @param workflow null for a session, as its version
 * @param parent the run that started it, for one that another run started
 * @param root the run whose holds it shares: itself, unless another run started it
 * @param priority 0 to 9, the higher the sooner where runs wait for capacity
 * @param error the DSL's error object, once it failed
 * @param waitingFor {@code {reason, detail, until}} while it waits, or a branch of it does
 * @param attention whether it was ever in NEEDS_ATTENTION: then it does not count as coherent
 * @param depthPeak the deepest it has been, in systems' weight
 * @param traceparent the trace it belongs to; null where nobody traced what started it
 * @param underWay by position, when visits began that it was in as it last left memory
 * @param lab whether it acts on simulated platforms alone
 */
public record Run(
    TenantId tenant,
    RunId id,
    @Nullable WorkflowId workflow,
    @Nullable String version,
    @Nullable AgentId agent,
    @Nullable RunId parent,
    RunId root,
    RunState state,
    JsonNode input,
    int priority,
    @Nullable JsonNode output,
    @Nullable JsonNode error,
    @Nullable JsonNode waitingFor,
    boolean cancelRequested,
    boolean attention,
    int depthPeak,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String traceparent,
    @Nullable JsonNode underWay,
    boolean lab) {

  /** The DSL's status phase. */
  public String phase() {
    return state.phase();
  }
}
