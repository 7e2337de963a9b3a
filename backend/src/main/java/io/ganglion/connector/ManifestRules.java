package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;

/** What a schema can't say of a manifest. */
final class ManifestRules {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private ManifestRules() {}

  /**
   * @throws ManifestRejected at the first contradiction
   */
  static void check(Manifest manifest) {
    schema(manifest, "credentials", manifest.credentials());
    manifest.oauth().ifPresent(oauth -> oauth(manifest, oauth));
    for (var action : manifest.actions().values()) {
      schema(manifest, action.name() + " input", action.input());
      schema(manifest, action.name() + " output", action.output());
      demand(
          manifest,
          action.retryClass() != RetryClass.RECONCILABLE || action.lookUp().isPresent(),
          action.name() + ": a reconcilable action declares lookUp");
      undo(manifest, action);
      takes(manifest, action.name(), action.takes());
    }
    for (var poll : manifest.polls().values()) {
      schema(manifest, poll.name() + " input", poll.input());
      takes(manifest, poll.name(), poll.takes());
    }
  }

  /** Its addresses are those of one environment, and a token is all that is needed. */
  private static void oauth(Manifest manifest, OAuth oauth) {
    demand(
        manifest,
        manifest.environments().size() == 1,
        "oauth: a connector with it has one environment");
    var required = manifest.credentials().path("required");
    demand(
        manifest,
        required.size() == 1 && required.path(0).asText().equals(oauth.member()),
        "oauth: its member is the one credential that is required");
    demand(
        manifest,
        !manifest.plainCredentials().contains(oauth.member()),
        "oauth: its member is a secret");
  }

  private static void takes(Manifest manifest, String whose, Map<String, Integer> takes) {
    takes.forEach(
        (name, units) -> {
          var budget = manifest.budgets().get(name);
          demand(
              manifest,
              budget != null
                  && budget.windows().stream().allMatch(window -> units <= window.limit()),
              "%s: it takes of the budget %s, which is none or less".formatted(whose, name));
        });
  }

  private static void undo(Manifest manifest, Manifest.Action action) {
    var named = action.undo().isPresent();
    var wanted =
        switch (action.undoClass()) {
          case REVERSIBLE -> action.retryClass() != RetryClass.PURE;
          case COMPENSABLE -> true;
          case IRREVERSIBLE -> false;
        };
    demand(
        manifest,
        named == wanted,
        action.name() + ": exactly the reversible and compensable actions name their undo");
    action
        .undo()
        .ifPresent(
            undo ->
                demand(
                    manifest,
                    manifest.actions().containsKey(undo),
                    "%s: its undo %s is no action".formatted(action.name(), undo)));
  }

  private static void schema(Manifest manifest, String what, JsonNode schema) {
    var draft =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(DRAFT));
    demand(
        manifest,
        schema.isObject() && draft.validate(schema).isEmpty(),
        what + " is not a JSON Schema");
  }

  private static void demand(Manifest manifest, boolean kept, String rule) {
    if (!kept) {
      throw new ManifestRejected(manifest.name(), rule);
    }
  }
}
