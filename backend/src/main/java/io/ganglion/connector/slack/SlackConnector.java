package io.ganglion.connector.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Session;
import io.ganglion.connector.WhoamiAnswer;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/** Writes and reads on Slack as a bot. */
@ApplicationScoped
class SlackConnector implements Connector {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);

  private final Manifest manifest = Manifests.load("slack");
  private final WebApi api;
  private final Messages messages;
  private final Reactions reactions;
  private final Workspace workspace;

  @Inject
  SlackConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  SlackConnector(Egress egress, Clock clock) {
    this.api = new WebApi(egress, clock);
    this.messages = new Messages(api);
    this.reactions = new Reactions(api);
    this.workspace = new Workspace(api);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Whoami whoami(Session session) {
    return WhoamiAnswer.read(
        workspace.me(session, WHOAMI_TIMEOUT),
        output -> "%s in %s".formatted(output.path("user").asText(), output.path("team").asText()));
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    return act.action().name().equals("updateMessage")
        ? messages.keep(session, act)
        : messages.mayPost(session, act);
  }

  @Override
  public Outcome send(Session session, Act act) {
    return switch (act.action().name()) {
      case "postMessage" -> messages.post(session, act);
      case "updateMessage" -> messages.update(session, act);
      case "deleteMessage" -> messages.delete(session, act);
      case "addReaction" -> reactions.add(session, act);
      case "removeReaction" -> reactions.remove(session, act);
      case "openConversation" -> open(session, act);
      case "closeConversation" -> close(session, act);
      case "conversations" -> workspace.conversations(session, act);
      case "history" -> workspace.history(session, act);
      case "replies" -> workspace.replies(session, act);
      case "user" -> workspace.user(session, act);
      case "permalink" -> workspace.permalink(session, act);
      case "me" -> workspace.me(session, act.action().timeout());
      default -> throw new IllegalArgumentException("Slack has no action " + act.action().name());
    };
  }

  @Override
  public Finding lookUp(Session session, Act act) {
    return messages.find(session, act);
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    var arguments = act.arguments();
    return switch (act.action().name()) {
      case "postMessage" ->
          Optional.of(
              Json.object()
                  .put("channel", arguments.path("channel").asText())
                  .put("ts", landed.reference()));
      case "updateMessage" -> before(act);
      case "openConversation" -> Optional.of(Json.object().put("channel", landed.reference()));
      default -> Optional.of(arguments); // a reaction's opposite is told the same
    };
  }

  /** Nothing to undo where the message had no text: Slack takes none without. */
  private static Optional<JsonNode> before(Act act) {
    var undo =
        Json.object()
            .put("channel", act.arguments().path("channel").asText())
            .put("ts", act.arguments().path("ts").asText())
            .put("text", act.handle().path("text").asText(""));
    if (act.handle().path("blocks").isArray()) {
      undo.set("blocks", act.handle().path("blocks"));
    }
    return undo.path("text").asText().isEmpty() ? Optional.empty() : Optional.of(undo);
  }

  private Outcome open(Session session, Act act) {
    var users = new ArrayList<String>();
    act.arguments().path("users").forEach(user -> users.add(user.asText()));
    var body = Json.object().put("users", String.join(",", users));
    return api.ask(
        WebApi.post(session, "conversations.open", body, act.action().timeout()),
        answer -> {
          var channel = Answers.text(answer, "/channel/id");
          return new Outcome.Landed(
              Json.object().put("channel", channel), channel, Optional.empty());
        });
  }

  /** One that is closed already answers as well. */
  private Outcome close(Session session, Act act) {
    var channel = act.arguments().path("channel").asText();
    var body = Json.object().put("channel", channel);
    var closed = Json.object().put("channel", channel).put("closed", true);
    return api.ask(
        WebApi.post(session, "conversations.close", body, act.action().timeout()),
        Set.of("channel_not_found"),
        answer -> new Outcome.Landed(closed, "", Optional.empty()));
  }
}
