package io.ganglion.api.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.addition.Addition;
import io.ganglion.addition.Offer;
import io.ganglion.addition.Words;
import io.ganglion.connector.Environments;
import io.ganglion.connector.Manifest;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a connector offers.
 *
 * @param kind what a tenant's own was made of; null for those that come along
 */
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
    @Schema(
            enumeration = {"openapi", "mcp"},
            description =
                "What a connector of your own was made of; null for those that come along")
        @Nullable String kind,
    @Schema(description = "Of one of your own: where it calls") @Nullable URI baseUrl,
    @Schema(
            description =
                "Of one of your own: how the account behind credentials is found; null: by the"
                    + " credentials")
        @Nullable IdentityView identity,
    List<ActionView> actions,
    @Schema(description = "Lists that a trigger can read") List<PollView> polls) {

  /** One list in which new things appear. */
  @Schema(name = "Poll")
  public record PollView(
      @Schema(description = "As a trigger names it", examples = "mentions") String name,
      @Schema(description = "What is in it", examples = "Posts that mention the account")
          String title,
      @Schema(description = "Of the events", examples = "com.x.mention") String type,
      @Schema(description = "JSON Schema of the arguments") JsonNode input,
      @Schema(
              description = "What a point to start after is; null: it starts from now",
              enumeration = {"number", "time"})
          @Nullable String from,
      @Schema(description = "How often it is read where nobody says") Duration interval) {}

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

  /** How an own connector finds the account behind credentials. */
  @Schema(
      name = "IdentityOfConnector",
      description = "The action that tells whose credentials these are")
  public record IdentityView(String action, String pointer) {}

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
      int attempts,
      @Schema(description = "The action that takes it back", examples = "deletePost")
          @Nullable String undoAction,
      @Nullable OwnView own) {}

  /**
   * What is to be known of an action of one's own connector beside that.
   *
   * @param missing why it can't be called
   */
  @Schema(
      name = "OwnAction",
      description = "What was read of an action of your own connector, and said of it")
  public record OwnView(
      @Schema(description = "The operation or tool behind it", examples = "POST /items")
          String source,
      @Schema(description = "Whether it can be called") boolean offered,
      @Schema(description = "Why it can't be called, whatever you say") @Nullable String missing,
      @Schema(
              enumeration = {"pure", "idempotent", "blind"},
              description =
                  "What its method says, or its server claims; of a tool it counts once you say it")
          String claimedRetryClass,
      @Schema(
              description =
                  "The header that carries a key by which it takes an act once; null: it has none",
              examples = "Idempotency-Key")
          @Nullable String idempotencyHeader,
      @Schema(
              description = "The undo's arguments, by JSON pointers into what landed",
              examples = "{\"itemId\": \"/output/id\"}")
          @Nullable Map<String, String> undoArguments) {
    static OwnView of(Offer offer) {
      return new OwnView(
          offer.wireKey(),
          offer.offered(),
          offer.missing().orElse(null),
          offer.claim().word(),
          offer.words().idempotencyHeader().orElse(null),
          offer.words().undo().map(Words.Undo::arguments).orElse(null));
    }
  }

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
        null,
        null,
        null,
        manifest.actions().values().stream()
            .sorted(Comparator.comparing(Manifest.Action::name))
            .map(action -> action(manifest, action, null))
            .toList(),
        manifest.polls().values().stream()
            .sorted(Comparator.comparing(Manifest.Poll::name))
            .map(
                poll ->
                    new PollView(
                        poll.name(),
                        poll.title(),
                        poll.type(),
                        poll.input(),
                        poll.from().map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(null),
                        poll.interval()))
            .toList());
  }

  /** One of the tenant's own, with what of it can't be called. */
  static ConnectorView of(Addition addition, Environments environments) {
    var manifest = addition.manifest();
    return new ConnectorView(
        manifest.name(),
        manifest.version(),
        manifest.title(),
        manifest.credentials(),
        environments.of(manifest),
        manifest.holdMode().name().toLowerCase(Locale.ROOT),
        null,
        addition.kind().word(),
        addition.address(),
        addition
            .identity()
            .map(identity -> new IdentityView(identity.action(), identity.pointer()))
            .orElse(null),
        addition.offers().stream()
            .map(offer -> action(manifest, offer.action(), OwnView.of(offer)))
            .toList(),
        List.of());
  }

  private static ActionView action(
      Manifest manifest, Manifest.Action action, @Nullable OwnView own) {
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
        action.attempts(),
        action.undo().orElse(null),
        own);
  }
}
