package io.ganglion.api.a2a;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.agent.Agent;
import io.ganglion.agent.Skill;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What an agent says of itself. Pure. */
final class AgentCard {
  private AgentCard() {}

  /**
   * @param address of the agent's JSON-RPC
   * @param issuer of access tokens, where there is one
   */
  static ObjectNode of(Agent agent, List<Skill> skills, String address, Optional<URI> issuer) {
    var card =
        Json.object()
            .put("name", agent.name())
            .put(
                "description",
                "The agent %s, whose tasks are durable runs.".formatted(agent.name()))
            .put("version", Long.toString(agent.version()));
    card.putArray("supportedInterfaces")
        .addObject()
        .put("url", address)
        .put("protocolBinding", "JSONRPC")
        .put("protocolVersion", "1.0");
    card.putObject("capabilities")
        .put("streaming", true)
        .put("pushNotifications", true)
        .put("extendedAgentCard", false);
    card.putArray("defaultInputModes").add("text/plain").add("application/json");
    card.putArray("defaultOutputModes").add("application/json").add("text/plain");
    secure(card, issuer);
    var shown = card.putArray("skills");
    for (var skill : skills) {
      var one =
          shown
              .addObject()
              .put("id", skill.name())
              .put("name", skill.title())
              .put("description", skill.description());
      skill.tags().forEach(one.putArray("tags")::add);
      skill.examples().forEach(one.putArray("examples")::add);
    }
    return card;
  }

  private static void secure(ObjectNode card, Optional<URI> issuer) {
    var schemes = card.putObject("securitySchemes");
    var requirements = card.putArray("securityRequirements");
    schemes
        .putObject("key")
        .putObject("httpAuthSecurityScheme")
        .put("scheme", "Bearer")
        .put("description", "An API key of Ganglion");
    requirements.addObject().putObject("schemes").putObject("key").putArray("list");
    issuer.ifPresent(
        url -> {
          schemes
              .putObject("token")
              .putObject("openIdConnectSecurityScheme")
              .put(
                  "openIdConnectUrl",
                  url.toString().replaceAll("/+$", "") + "/.well-known/openid-configuration");
          requirements.addObject().putObject("schemes").putObject("token").putArray("list");
        });
  }
}
