package io.ganglion.api.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Environments;
import io.ganglion.connector.Manifest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a connector offers. */
@Schema(name = "Connector")
public record ConnectorView(
    String name,
    String version,
    String title,
    @Schema(description = "JSON Schema of the credentials; secrets carry writeOnly")
        JsonNode credentials,
    Set<String> environments,
    @Schema(enumeration = {"exclusive", "shared", "pool"}) String holdMode,
    @Schema(
            description =
                "How a person can let us act in their account; null: credentials are typed in")
        @Nullable OAuthView oauth,
    List<ActionView> actions) {

  /** A connector's OAuth. */
  @Schema(name = "ConnectorOAuth")
  public record OAuthView(
      @Schema(description = "What a person is asked for", examples = "[\"tweet.read\"]")
          List<String> scopes,
      @Schema(
              description =
                  "Whether this installation has an app of its own at the platform; else send"
                      + " yours")
          boolean app) {}

  /**
   * One action.
   *
   * @param searchLag an empty look-up proves nothing before this much time; null where there is no
   *     look-up
   * @param lookUpWindow how long look-ups go on before the run needs attention
   */
  @Schema(name = "Action")
  public record ActionView(
      @Schema(description = "As a workflow calls it", examples = "x.createPost") String function,
      String title,
      @Schema(description = "JSON Schema of the arguments") JsonNode input,
      JsonNode output,
      @Schema(enumeration = {"pure", "idempotent", "reconcilable", "blind"}) String retryClass,
      @Schema(enumeration = {"reversible", "compensable", "irreversible"}) String undoClass,
      boolean prepares,
      @Nullable Duration searchLag,
      @Nullable Duration lookUpWindow,
      Duration timeout,
      int attempts) {}

  /**
   * @param app whether the operator has registered one
   */
  static ConnectorView of(Manifest manifest, Environments environments, boolean app) {
    return new ConnectorView(
        manifest.name(),
        manifest.version(),
        manifest.title(),
        manifest.credentials(),
        environments.of(manifest),
        manifest.holdMode().name().toLowerCase(Locale.ROOT),
        manifest.oauth().map(oauth -> new OAuthView(oauth.scopes(), app)).orElse(null),
        manifest.actions().values().stream()
            .sorted(Comparator.comparing(Manifest.Action::name))
            .map(action -> action(manifest, action))
            .toList());
  }

  private static ActionView action(Manifest manifest, Manifest.Action action) {
    return new ActionView(
        manifest.name() + "." + action.name(),
        action.title(),
        action.input(),
        action.output(),
        action.retryClass().word(),
        action.undoClass().word(),
        action.prepares(),
        action.lookUp().map(Manifest.LookUpLimits::searchLag).orElse(null),
        action.lookUp().map(Manifest.LookUpLimits::window).orElse(null),
        action.timeout(),
        action.attempts());
  }
}
