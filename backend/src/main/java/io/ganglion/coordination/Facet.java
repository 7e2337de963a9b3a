package io.ganglion.coordination;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.Write;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;

/**
 * What was observed of a system: a balance, the last post.
 *
 * @param name as the connector's manifest calls it
 * @param at when the platform's answer came
 * @param effect whose answer it was
 */
public record Facet(String name, JsonNode value, Instant at, EffectId effect) {
  /** Characters of a value; what is longer is observed as null. */
  public static final int MAX_VALUE = 16_384;

  /** The later observation stands; in the commit of the answer. */
  public record Observe(TenantId tenant, SystemId system, Facet facet) implements Write {}
}
