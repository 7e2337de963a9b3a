package io.ganglion.trigger;

import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.TriggerId;
import java.util.UUID;

/**
 * A trigger that this process reads until it gives it back.
 *
 * @param lease another with each claim: what was read under one that is over is thrown away
 */
record Claimed(TenantId tenant, TriggerId id, UUID lease) {}
