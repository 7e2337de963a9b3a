package io.ganglion.api.run;

import io.ganglion.kernel.EffectId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param inFlight effects that were under way when the run was asked to stop; their fate will be
 *     found out
 */
@Schema(name = "Cancelled")
public record CancelView(RunView run, List<EffectId> inFlight) {}
