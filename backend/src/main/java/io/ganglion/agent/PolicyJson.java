package io.ganglion.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.identity.Approvers;
import io.ganglion.kernel.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A policy as it is stored. */
final class PolicyJson {
  private static final String IRREVERSIBLE = "irreversible";
  private static final String ACTIONS = "actions";
  private static final String APPROVERS = "approvers";

  private PolicyJson() {}

  static String write(Policy policy) {
    var json = Json.object();
    json.put(IRREVERSIBLE, policy.irreversible().name().toLowerCase(Locale.ROOT));
    policy
        .actions()
        .ifPresentOrElse(
            actions -> actions.forEach(json.putArray(ACTIONS)::add), () -> json.putNull(ACTIONS));
    if (!policy.approvers().names().isEmpty()) {
      policy.approvers().names().forEach(json.putArray(APPROVERS)::add);
    }
    return Json.write(json);
  }

  static Policy read(String text) {
    var json = Json.read(text);
    var irreversible = json.path(IRREVERSIBLE).asText().toUpperCase(Locale.ROOT);
    return new Policy(
        Policy.Irreversible.valueOf(irreversible),
        json.path(ACTIONS).isArray() ? Optional.of(texts(json.path(ACTIONS))) : Optional.empty(),
        new Approvers(texts(json.path(APPROVERS))));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }
}
