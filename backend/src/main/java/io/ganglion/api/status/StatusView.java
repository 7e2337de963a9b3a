package io.ganglion.api.status;

import io.ganglion.status.Looks;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the platform does. */
@Schema(name = "Status", description = "How the platform does, part by part.")
public record StatusView(
    @Schema(
            description = "The worst of its parts",
            enumeration = {"operational", "maintenance", "unknown", "degraded", "outage"},
            examples = "operational")
        String state,
    List<PartView> parts,
    @Schema(description = "What goes on, newest first; 20 at most") List<IncidentView> incidents,
    @Schema(description = "When it was looked at; some seconds ago at most") Instant checkedAt) {

  /** One part. */
  @Schema(name = "StatusPart")
  public record PartView(
      @Schema(
              enumeration = {"api", "workers", "webhooks", "sign_in", "laboratory"},
              examples = "workers")
          String name,
      @Schema(
              enumeration = {"operational", "maintenance", "unknown", "degraded", "outage"},
              examples = "operational")
          String state) {}

  static StatusView of(Looks looks) {
    return new StatusView(
        looks.worst().toString(),
        looks.parts().entrySet().stream()
            .map(one -> new PartView(one.getKey().toString(), one.getValue().toString()))
            .toList(),
        looks.incidents().stream().map(IncidentView::of).toList(),
        looks.at());
  }
}
