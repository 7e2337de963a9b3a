package io.ganglion.api.connector;

import io.ganglion.addition.Additions;
import io.ganglion.connector.Environments;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a description that was read anew says otherwise. */
@Schema(
    name = "ConnectorChanges",
    description = "What a description that was read anew says otherwise")
public record RefreshedView(
    @Schema(description = "Actions that are new", examples = "[\"addCoupon\"]") List<String> added,
    @Schema(
            description =
                "Actions that are others now: once taken over, their classes are to be said anew")
        List<String> changed,
    @Schema(description = "Actions that are there no more") List<String> removed,
    @Schema(description = "Whether it asks for other credentials than before") boolean credentials,
    @Schema(description = "Send it as confirm to take over just these changes") String digest,
    @Schema(description = "As it is now: with the changes where they were confirmed")
        ConnectorView connector) {
  static RefreshedView of(Additions.Refreshed refreshed, Environments environments) {
    var changes = refreshed.changes();
    return new RefreshedView(
        changes.added(),
        changes.changed(),
        changes.removed(),
        changes.credentials(),
        changes.digest(),
        ConnectorView.of(refreshed.addition(), environments));
  }
}
