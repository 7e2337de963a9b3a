package io.ganglion.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.Write;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as subscribers see it; no credentials.
 *
 * @param type e.g. {@code run.state}, {@code effect.state}
 */
public record Event(TenantId tenant, @Nullable RunId run, String type, JsonNode data)
    implements Write {}
