package io.ganglion.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;

/** Turns the DSL's {@code call: openapi} into the arguments of {@code call: http}. */
@ApplicationScoped
public class OpenApi {
  private final Descriptions descriptions;

  OpenApi(Descriptions descriptions) {
    this.descriptions = descriptions;
  }

  /**
   * The HTTP call that an operation is.
   *
   * @param with the call's arguments, evaluated: document, operationId, parameters and the rest
   * @throws OpenApiFailed when the description can't be had or the parameters don't fit it
   */
  public ObjectNode arguments(TenantId tenant, JsonNode with) {
    var description = descriptions.get(tenant, address(with.at("/document/endpoint")));
    var operation = description.operation(with.path("operationId").asText());
    var arguments = new Request(operation, with.path("parameters")).arguments();
    for (var name : List.of("output", "redirect")) {
      if (with.has(name)) {
        arguments.set(name, with.get(name));
      }
    }
    if (with.has("authentication")) {
      arguments.withObject("/endpoint").set("authentication", with.get("authentication"));
    }
    return arguments;
  }

  private static URI address(JsonNode endpoint) {
    try {
      return URI.create(endpoint.isTextual() ? endpoint.asText() : endpoint.path("uri").asText());
    } catch (IllegalArgumentException e) { // its message repeats the address
      throw OpenApiFailed.description("the address of the OpenAPI document is none");
    }
  }
}
