package io.ganglion.coordination;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ConnectionId;
import org.jspecify.annotations.Nullable;

/**
 * What an act costs, and who answers for it besides the tenant.
 *
 * @param agent null for runs without one
 */
public record Cost(Price price, @Nullable AgentId agent, ConnectionId connection) {}
