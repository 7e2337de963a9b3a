package io.ganglion.api.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.coordination.Facet;
import io.ganglion.coordination.Facets;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.SystemId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was last observed of some systems. */
@Schema(name = "Facets")
public record FacetsView(
    @Schema(description = "Each system once, however many connections lead to it")
        List<ObservedSystem> systems) {

  /** One system. */
  @Schema(name = "ObservedSystem")
  public record ObservedSystem(
      SystemId id,
      @Schema(examples = "binance") String connector,
      @Schema(examples = "production") String environment,
      @Schema(description = "For people: the account as its platform calls it") String label,
      @Schema(description = "Names of the agent's connections that lead to it")
          List<String> connections,
      @Schema(description = "By name; empty where nothing was observed yet")
          List<Observation> facets) {}

  /** One facet. */
  @Schema(name = "Facet")
  public record Observation(
      @Schema(description = "As the connector's manifest calls it", examples = "balances")
          String name,
      @Schema(
              description =
                  "Any JSON, a part of the effect's output; null where there was nothing, or more than 16,384"
                      + " characters")
          JsonNode value,
      @Schema(description = "When the platform's answer came") Instant observedAt,
      @Schema(description = "Whose answer it was") EffectId effect) {}

  static FacetsView of(List<Facets.View> views) {
    return new FacetsView(views.stream().map(FacetsView::system).toList());
  }

  private static ObservedSystem system(Facets.View view) {
    return new ObservedSystem(
        view.system(),
        view.connector(),
        view.environment(),
        view.label(),
        view.connections(),
        view.facets().stream().map(FacetsView::facet).toList());
  }

  private static Observation facet(Facet facet) {
    return new Observation(facet.name(), facet.value(), facet.at(), facet.effect());
  }
}
