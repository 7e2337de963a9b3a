package io.ganglion.agent;

import io.ganglion.db.Write;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;

/**
 * Compensation of the state entries that a run wrote: each becomes what it was before the run, if
 * nobody has written it since; else it stays and is listed. Doing it again changes nothing.
 */
public record StateRestore(TenantId tenant, AgentId agent, RunId run) implements Write {}
