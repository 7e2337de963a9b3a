package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.HoldMode;
import io.ganglion.connector.Manifest;
import io.ganglion.kernel.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An addition in the words that the rest of the platform knows connectors by. Pure. */
final class AdditionManifest {
  static final String ENVIRONMENT = "production";
  private static final int MAX_TOKEN = 16_384;

  private AdditionManifest() {}

  static Manifest of(Addition addition) {
    return new Manifest(
        addition.name(),
        addition.version() + ".0.0",
        addition.title(),
        credentials(addition),
        Map.of(ENVIRONMENT, addition.address()),
        HoldMode.SHARED,
        Optional.empty(),
        Map.of(),
        addition.offered().stream()
            .map(Offer::action)
            .collect(Collectors.toMap(Manifest.Action::name, action -> action)),
        Map.of());
  }

  private static JsonNode credentials(Addition addition) {
    var schema = Json.object().put("type", "object").put("additionalProperties", false);
    var properties = schema.putObject("properties");
    switch (addition.kind()) {
      case OPENAPI -> {
        addition.schemes().forEach(scheme -> scheme.describe(properties));
        if (addition.schemes().size() == 1) {
          var required = schema.putArray("required");
          addition.schemes().getFirst().members().forEach(required::add);
        }
        for (var scheme : addition.schemes()) {
          var members = scheme.members();
          if (members.size() == 2) {
            var together = schema.withObject("/dependentRequired");
            together.putArray(members.getFirst()).add(members.getLast());
            together.putArray(members.getLast()).add(members.getFirst());
          }
        }
      }
      case MCP -> {
        properties
            .putObject(ToolConnector.TOKEN)
            .put("type", "string")
            .put("minLength", 1)
            .put("maxLength", MAX_TOKEN)
            .put("writeOnly", true)
            .put(
                "description",
                "sent as Authorization: Bearer; leave it out if the server asks for none");
        properties
            .putObject(ToolConnector.HEADER)
            .put("type", "string")
            .put("pattern", "^[A-Za-z0-9-]{1,64}$")
            .put("description", "the header that the token is sent in, where it is another one");
        schema
            .putObject("dependentRequired")
            .set(ToolConnector.HEADER, Json.mapper().valueToTree(List.of(ToolConnector.TOKEN)));
      }
    }
    return schema;
  }
}
