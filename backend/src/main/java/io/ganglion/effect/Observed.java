package io.ganglion.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Manifest;
import io.ganglion.coordination.Facet;
import io.ganglion.kernel.Json;
import java.time.Instant;
import java.util.List;

/** What an answer tells of its system, by what the action declares. Pure. */
final class Observed {
  private Observed() {}

  /** The facets that a landed act's answer tells; none before it has landed. */
  static List<Facet.Observe> of(Effect effect, Manifest.Action action, Instant at) {
    var landed = effect.landed();
    if (effect.state() != EffectState.LANDED || landed == null) {
      return List.of();
    }
    var frozen = effect.frozen();
    return action.observes().entrySet().stream()
        .filter(observed -> itsOwn(observed.getValue(), frozen.arguments()))
        .map(
            observed -> {
              var value = bounded(landed.output().at(observed.getValue().value()));
              var facet = new Facet(observed.getKey(), value, at, effect.id());
              return new Facet.Observe(frozen.tenant(), frozen.system(), facet);
            })
        .toList();
  }

  /** Whether the connection's own was asked about, and not something an argument names. */
  private static boolean itsOwn(Manifest.Observation observation, JsonNode arguments) {
    return observation.unless().map(name -> !arguments.has(name)).orElse(true);
  }

  private static JsonNode bounded(JsonNode value) {
    boolean kept = !value.isMissingNode() && Json.write(value).length() <= Facet.MAX_VALUE;
    return kept ? value : NullNode.getInstance();
  }
}
