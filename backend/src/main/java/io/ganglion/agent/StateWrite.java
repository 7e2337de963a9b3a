package io.ganglion.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.Write;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;

/** A state entry written by a step, in the step's own commit. */
public record StateWrite(
    TenantId tenant, AgentId agent, String key, JsonNode value, RunId run, String position)
    implements Write {}
