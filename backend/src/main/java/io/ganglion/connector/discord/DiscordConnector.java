package io.ganglion.connector.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Optional;

/** Writes and reads on Discord as a bot. */
@ApplicationScoped
class DiscordConnector implements Connector {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);

  private final Manifest manifest = Manifests.load("discord");
  private final Rest rest;
  private final Messages messages;
  private final Search search;
  private final Threads threads;
  private final Reactions reactions;
  private final Servers servers;

  @Inject
  DiscordConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  DiscordConnector(Egress egress, Clock clock) {
    this.rest = new Rest(egress, clock);
    this.messages = new Messages(rest);
    this.search = new Search(rest);
    this.threads = new Threads(rest);
    this.reactions = new Reactions(rest);
    this.servers = new Servers(rest);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Whoami whoami(Session session) {
    return WhoamiAnswer.read(
        servers.me(session, WHOAMI_TIMEOUT), output -> output.path("username").asText());
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    return act.action().name().equals("editMessage")
        ? messages.keep(session, act)
        : messages.prepare(session, act);
  }

  @Override
  public Outcome send(Session session, Act act) {
    return switch (act.action().name()) {
      case "createMessage" -> messages.create(session, act);
      case "editMessage" -> messages.edit(session, act);
      case "deleteMessage" -> messages.delete(session, act);
      case "addReaction" -> reactions.add(session, act);
      case "removeReaction" -> reactions.remove(session, act);
      case "createThread" -> threads.create(session, act);
      case "deleteThread", "closeDirectMessage" -> threads.delete(session, act);
      case "openDirectMessage" -> open(session, act);
      case "messages" -> servers.messages(session, act);
      case "message" -> servers.message(session, act);
      case "channel" -> servers.channel(session, act);
      case "channels" -> servers.channels(session, act);
      case "guild" -> servers.guild(session, act);
      case "guilds" -> servers.guilds(session, act);
      case "user" -> servers.user(session, act);
      case "me" -> servers.me(session, act.action().timeout());
      default -> throw new IllegalArgumentException("Discord has no action " + act.action().name());
    };
  }

  @Override
  public Finding lookUp(Session session, Act act) {
    return act.action().name().equals("createThread")
        ? threads.find(session, act)
        : search.find(session, act);
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    return switch (act.action().name()) {
      case "createMessage" ->
          Optional.of(
              Json.object()
                  .put("channel_id", Messages.channel(act))
                  .put("message_id", landed.reference()));
      case "createThread", "openDirectMessage" ->
          Optional.of(Json.object().put("id", landed.reference()));
      case "editMessage" -> {
        var before = (ObjectNode) act.arguments().deepCopy();
        before.put("content", act.handle().path("content").asText(""));
        yield Optional.of(before.<ObjectNode>set("embeds", act.handle().path("embeds")));
      }
      default -> Optional.of(act.arguments()); // a reaction's opposite is told the same
    };
  }

  private Outcome open(Session session, Act act) {
    var body = Json.object().put("recipient_id", act.arguments().path("user_id").asText());
    return rest.ask(
        Rest.call(session, "POST", "/users/@me/channels", act.action().timeout()).json(body),
        answer -> {
          var id = Answers.text(Answers.json(answer), "/id");
          return new Outcome.Landed(Json.object().put("channel_id", id), id, Optional.empty());
        });
  }
}
