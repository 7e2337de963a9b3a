package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.coordination.Facets;
import io.ganglion.kernel.Json;
import java.util.List;

/** Says what was observed of systems in a workflow's words. */
final class ObservedSystems {
  private ObservedSystems() {}

  /** An array of systems; {@code facets} is an object by name, of value and time. */
  static JsonNode of(List<Facets.View> views) {
    var systems = Json.mapper().createArrayNode();
    for (var view : views) {
      var system =
          systems
              .addObject()
              .put("id", view.system().toString())
              .put("connector", view.connector())
              .put("environment", view.environment())
              .put("label", view.label());
      var connections = system.putArray("connections");
      view.connections().forEach(connections::add);
      var facets = system.putObject("facets");
      for (var facet : view.facets()) {
        facets
            .putObject(facet.name())
            .put("observed_at", facet.at().toString())
            .set("value", facet.value());
      }
    }
    return Json.object().set("systems", systems);
  }
}
