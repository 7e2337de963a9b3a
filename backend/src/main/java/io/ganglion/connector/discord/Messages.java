package io.ganglion.connector.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Posts, replaces and deletes messages. */
final class Messages {
  /** All embeds of a message together, in characters. */
  private static final int MAX_EMBEDS = 6_000;

  private static final List<String> COUNTED =
      List.of("title", "description", "name", "value", "text");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Rest rest;

  Messages(Rest rest) {
    this.rest = rest;
  }

  /** Checks what Discord would refuse, and notes after which message ours will stand. */
  Preparation prepare(Session session, Act act) {
    var embeds = characters(act.arguments().path("embeds"));
    if (embeds > MAX_EMBEDS) {
      return new Preparation.Refused(
          400,
          "the embeds have %d characters; Discord takes %d".formatted(embeds, MAX_EMBEDS),
          false);
    }
    var path = "/channels/" + channel(act);
    return ready(
        rest.ask(
            Rest.call(session, "GET", path, TIMEOUT),
            answer -> {
              var body = Answers.json(answer);
              var handle =
                  Json.object()
                      .put("after", body.path("last_message_id").asText(channel(act)))
                      .put("guild", body.path("guild_id").asText("@me"));
              return new Outcome.Landed(handle, Answers.text(body, "/id"), Optional.empty());
            }));
  }

  Outcome create(Session session, Act act) {
    var body = (ObjectNode) act.arguments().deepCopy();
    body.remove("channel_id");
    body.put("nonce", Snowflake.nonce(act.effect())).put("enforce_nonce", true);
    if (!body.has("allowed_mentions")) {
      body.putObject("allowed_mentions").putArray("parse"); // nobody
    }
    var path = "/channels/%s/messages".formatted(channel(act));
    return rest.ask(
        Rest.call(session, "POST", path, act.action().timeout()).json(body),
        answer -> landed(act, Answers.text(Answers.json(answer), "/id")));
  }

  /** Keeps what a message says before it is replaced. */
  Preparation keep(Session session, Act act) {
    return ready(
        rest.ask(
            Rest.call(session, "GET", path(act), TIMEOUT),
            answer -> {
              var body = Answers.json(answer);
              if (!body.at("/author/id").asText().equals(session.principal())) {
                return new Outcome.NotLanded(
                    403, "Discord: the message is somebody else's", Optional.empty(), false);
              }
              var kept = Json.object().put("content", body.path("content").asText(""));
              kept.set("embeds", written(body.path("embeds")));
              return new Outcome.Landed(kept, Answers.text(body, "/id"), Optional.empty());
            }));
  }

  Outcome edit(Session session, Act act) {
    var body = Json.object().put("content", act.arguments().path("content").asText());
    if (act.arguments().has("embeds")) {
      body.set("embeds", act.arguments().path("embeds"));
    }
    body.putObject("allowed_mentions").putArray("parse");
    return rest.ask(
        Rest.call(session, "PATCH", path(act), act.action().timeout()).json(body),
        answer -> landed(act, Answers.text(Answers.json(answer), "/id")));
  }

  Outcome delete(Session session, Act act) {
    var result = rest.send(Rest.call(session, "DELETE", path(act), act.action().timeout()));
    var id = act.arguments().path("message_id").asText();
    var gone =
        new Outcome.Landed(Json.object().put("id", id).put("deleted", true), "", Optional.empty());
    return Rest.code(result) == Rest.UNKNOWN_MESSAGE
        ? gone // an earlier attempt, or somebody else, has deleted it
        : rest.judge(session, result, answer -> Empty.orThrow(answer, gone));
  }

  static Outcome.Landed landed(Act act, String id) {
    var guild = act.handle().path("guild").asText("");
    var url = "https://discord.com/channels/%s/%s/%s".formatted(guild, channel(act), id);
    return new Outcome.Landed(
        Json.object().put("id", id).put("channel_id", channel(act)),
        id,
        guild.isEmpty() ? Optional.empty() : Optional.of(URI.create(url)));
  }

  static String channel(Act act) {
    return act.arguments().path("channel_id").asText();
  }

  static String path(Act act) {
    return "/channels/%s/messages/%s"
        .formatted(channel(act), act.arguments().path("message_id").asText());
  }

  /** Those a bot wrote; Discord adds others for links by itself. */
  private static ArrayNode written(JsonNode embeds) {
    var written = Json.mapper().createArrayNode();
    for (var embed : embeds) {
      if (embed.path("type").asText("rich").equals("rich")) {
        written.add(embed);
      }
    }
    return written;
  }

  /** As Discord counts: titles, descriptions, fields, footers and authors. */
  private static int characters(JsonNode embeds) {
    return COUNTED.stream()
        .flatMap(name -> embeds.findValues(name).stream())
        .mapToInt(text -> text.asText("").length())
        .sum();
  }

  private static Preparation ready(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Landed l -> new Preparation.Ready(l.output());
      case Outcome.NotLanded n -> new Preparation.Refused(n.status(), n.reason(), n.retryable());
      case Outcome.Unknown u -> new Preparation.Refused(u.status(), u.reason(), true);
    };
  }
}
