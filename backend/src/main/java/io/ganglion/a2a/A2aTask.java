package io.ganglion.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;

/**
 * Something another agent asked for.
 *
 * @param run whose state is the task's; its identifier is the task's, too
 * @param actor the API key or person that asked
 * @param context what tasks of one conversation share
 * @param messageId the message's own name
 * @param skill what was asked for
 * @param message as it was sent
 */
public record A2aTask(
    TenantId tenant,
    RunId run,
    AgentId agent,
    String actor,
    String context,
    String messageId,
    String skill,
    JsonNode message,
    Instant createdAt) {}
