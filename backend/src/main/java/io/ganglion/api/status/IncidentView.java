package io.ganglion.api.status;

import io.ganglion.kernel.IncidentId;
import io.ganglion.status.Incident;
import io.ganglion.status.Part;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An incident, as everybody sees it. */
@Schema(name = "Incident", description = "Something wrong with the platform, or work on it.")
public record IncidentView(
    IncidentId id,
    @Schema(examples = "Webhooks are late") String title,
    @Schema(
            enumeration = {"maintenance", "degraded", "outage"},
            description = "How much it harms its parts",
            examples = "degraded")
        String impact,
    @Schema(
            enumeration = {"investigating", "identified", "monitoring", "resolved"},
            description = "How far it has come",
            examples = "investigating")
        String state,
    @Schema(
            description = "What it harms: api, workers, webhooks, sign_in, laboratory",
            examples = "[\"webhooks\"]")
        List<String> parts,
    @Schema(description = "What was told, oldest first") List<UpdateView> updates,
    Instant startedAt,
    @Schema(description = "null while it goes on") @Nullable Instant resolvedAt) {

  /** What was told at a time. */
  @Schema(name = "IncidentUpdate")
  public record UpdateView(
      @Schema(
              enumeration = {"investigating", "identified", "monitoring", "resolved"},
              examples = "investigating")
          String state,
      @Schema(examples = "Deliveries wait for some minutes; none is lost.") String message,
      Instant at) {}

  /** For the operator as well: there is no more to see. */
  public static IncidentView of(Incident incident) {
    return new IncidentView(
        incident.id(),
        incident.title(),
        incident.impact().toString(),
        incident.state().toString(),
        incident.parts().stream().sorted().map(Part::toString).toList(),
        incident.updates().stream()
            .map(one -> new UpdateView(one.state().toString(), one.message(), one.at()))
            .toList(),
        incident.startedAt(),
        incident.resolvedAt().orElse(null));
  }
}
