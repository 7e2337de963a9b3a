package io.ganglion.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.Write;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A state entry written by a step, in the step's own commit.
 *
 * @param expected the version it was made from: the unit is refused as {@code state_conflict} if
 *     the entry has another; null where the run never read it, and whatever is there is replaced
 */
public record StateWrite(
    TenantId tenant,
    AgentId agent,
    String key,
    JsonNode value,
    RunId run,
    String position,
    @Nullable Long expected)
    implements Write {}
