package io.ganglion.connector.discord;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Others;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a message in its channel. Discord keeps no nonce with a message: what a fetched one has
 * are author, text, the message it replies to and, in its identifier, its time.
 */
final class Search {
  /** How far Discord's clock may be behind the database's. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  private static final Duration PAGE_TIMEOUT = Duration.ofSeconds(10);
  private static final int PAGE = 100;
  private static final int MAX_PAGES = 30;

  private final Rest rest;

  Search(Rest rest) {
    this.rest = rest;
  }

  /** The one message that matches; two that do prove nothing. */
  Finding find(Session session, Act act) {
    if (act.others().inDoubt()) {
      return Others.theirsFirst();
    }
    var matches = new ArrayList<String>();
    var after =
        Snowflake.later(
            act.handle().path("after").asText(""), Snowflake.at(act.firstDispatched().minus(SKEW)));
    var seen = 0;
    for (int number = 0; number < MAX_PAGES; number++) {
      var query = Query.of("limit", Integer.toString(PAGE)).and("after", after);
      switch (page(session, act, query)) {
        case Outcome.Landed l -> {
          var messages = l.output();
          seen += messages.size();
          for (var message : messages) {
            var id = message.path("id").asText();
            if (matches(session, act, message) && !act.others().references().contains(id)) {
              matches.add(id);
            }
            after = Snowflake.later(message.path("id").asText(), after);
          }
          if (messages.size() < PAGE) {
            return found(session, act, matches, seen);
          }
        }
        case Outcome.NotLanded n -> {
          return new Finding.Inconclusive(n.reason());
        }
        case Outcome.Unknown u -> {
          return new Finding.Inconclusive(u.reason());
        }
      }
    }
    return new Finding.Inconclusive("the channel has more messages than a search may read");
  }

  private Finding found(Session session, Act act, List<String> matches, int seen) {
    return switch (matches.size()) {
      case 0 -> seen > 0 || readable(session, act) ? new Finding.Absent() : unreadable();
      case 1 -> new Finding.Found(Messages.landed(act, matches.getFirst()));
      default -> new Finding.Inconclusive("more than one message on Discord matches");
    };
  }

  /** Who may not read a channel's history is shown an empty one. */
  private boolean readable(Session session, Act act) {
    var any = page(session, act, Query.of("limit", "1"));
    if (!(any instanceof Outcome.Landed page)) {
      return false;
    }
    if (!page.output().isEmpty()) {
      return true;
    }
    var call = Rest.call(session, "GET", "/channels/" + Messages.channel(act), PAGE_TIMEOUT);
    var channel =
        rest.ask(call, answer -> new Outcome.Landed(Answers.json(answer), "", Optional.empty()));
    return channel instanceof Outcome.Landed l
        && l.output().has("id")
        && l.output().path("last_message_id").asText("").isEmpty();
  }

  private static Finding unreadable() {
    return new Finding.Inconclusive(
        "Discord shows no message of the channel; give the bot Read Message History");
  }

  private Outcome page(Session session, Act act, Query query) {
    var path = "/channels/%s/messages?%s".formatted(Messages.channel(act), query.text());
    return rest.ask(
        Rest.call(session, "GET", path, PAGE_TIMEOUT),
        answer -> {
          var body = Answers.json(answer);
          if (!body.isArray()) {
            throw new IOException("no list of messages");
          }
          for (var message : body) {
            Answers.text(message, "/id");
          }
          return new Outcome.Landed(body, "", Optional.empty());
        });
  }

  private static boolean matches(Session session, Act act, JsonNode message) {
    if (!message.at("/author/id").asText().equals(session.principal())) {
      return false;
    }
    if (!message.path("nonce").asText("").isEmpty()) {
      return message.path("nonce").asText().equals(Snowflake.nonce(act.effect()));
    }
    var parent = act.arguments().at("/message_reference/message_id").asText("");
    return normal(message.path("content").asText(""))
            .equals(normal(act.arguments().path("content").asText()))
        && message.at("/message_reference/message_id").asText("").equals(parent);
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
