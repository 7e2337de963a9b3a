package io.ganglion.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Polling;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Posts, likes and follows on Bluesky. */
@ApplicationScoped
class BlueskyConnector implements Polling {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(10);

  private final Manifest manifest = Manifests.load("bluesky");
  private final Xrpc xrpc;
  private final Records records;
  private final Pictures pictures;
  private final Drafts drafts;
  private final Notifications notifications;

  @Inject
  BlueskyConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  BlueskyConnector(Egress egress, Clock clock) {
    this.xrpc = new Xrpc(egress, clock);
    this.records = new Records(xrpc);
    this.pictures = new Pictures(egress, xrpc);
    this.drafts = new Drafts(xrpc, pictures);
    this.notifications = new Notifications(xrpc);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  /** Signs in anew: only that proves the app password. The principal is the account's DID. */
  @Override
  public Whoami whoami(Session session) {
    return switch (xrpc.logins().renew(session, WHOAMI_TIMEOUT)) {
      case Logins.Answer.Ready ready ->
          new Whoami.Known(ready.login().did(), "@" + ready.login().handle());
      case Logins.Answer.Failed failed ->
          new Whoami.Refused(failed.why().status(), failed.why().reason());
    };
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    return drafts.prepare(session, act);
  }

  @Override
  public Outcome send(Session session, Act act) {
    var arguments = act.arguments();
    return switch (act.action().name()) {
      case "createPost" -> records.put(session, act, Records.POST);
      case "like" -> records.put(session, act, Records.LIKE);
      case "repost" -> records.put(session, act, Records.REPOST);
      case "follow" -> records.put(session, act, Records.FOLLOW);
      case "deletePost", "unlike", "unrepost", "unfollow" -> records.delete(session, act);
      case "uploadImage" -> pictures.upload(session, arguments, act.action().timeout());
      case "me" ->
          xrpc.ask(
              query(session, act, "com.atproto.server.getSession", Query.EMPTY),
              BlueskyConnector::account);
      case "getPost" ->
          AtUri.parse(arguments.path("uri").asText())
              .map(at -> xrpc.ask(Records.get(session, at, act.action().timeout()), Feeds::record))
              .orElseGet(() -> new Outcome.NotLanded(400, "no uri", Optional.empty(), false));
      case "getProfile" ->
          xrpc.ask(
              query(session, act, "app.bsky.actor.getProfile", actor(arguments)), Feeds::profile);
      case "getTimeline" ->
          xrpc.ask(
              query(session, act, "app.bsky.feed.getTimeline", page(Query.EMPTY, arguments)),
              Feeds::feed);
      case "getAuthorFeed" ->
          xrpc.ask(
              query(session, act, "app.bsky.feed.getAuthorFeed", page(actor(arguments), arguments)),
              Feeds::feed);
      case "searchPosts" -> {
        var words = Query.of("q", arguments.path("query").asText());
        yield xrpc.ask(
            query(session, act, "app.bsky.feed.searchPosts", page(words, arguments)), Feeds::found);
      }
      case "listNotifications" ->
          xrpc.ask(
              query(
                  session,
                  act,
                  "app.bsky.notification.listNotifications",
                  page(Query.EMPTY, arguments)),
              Feeds::notifications);
      default -> throw new IllegalArgumentException("Bluesky has no action " + act.action().name());
    };
  }

  @Override
  public Polled poll(Session session, Question question) {
    return notifications.read(session, question);
  }

  @Override
  public Finding lookUp(Session session, Act act) {
    return switch (act.action().name()) {
      case "createPost" -> records.find(session, act, Records.POST);
      case "like" -> records.find(session, act, Records.LIKE);
      case "repost" -> records.find(session, act, Records.REPOST);
      case "follow" -> records.find(session, act, Records.FOLLOW);
      default -> new Finding.Inconclusive("this action can't be looked up");
    };
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    return Optional.of(Json.object().put("uri", landed.reference()));
  }

  private static PlatformCall query(Session session, Act act, String method, Query query) {
    return Xrpc.query(session, method, query, act.action().timeout());
  }

  private static Query actor(JsonNode arguments) {
    return Query.of("actor", arguments.path("actor").asText());
  }

  private static Query page(Query query, JsonNode arguments) {
    var limited = query.and("limit", Integer.toString(arguments.path("limit").asInt(25)));
    var cursor = arguments.path("cursor").asText("");
    return cursor.isEmpty() ? limited : limited.and("cursor", cursor);
  }

  private static Outcome account(HttpResult.Answered answer) throws IOException {
    var session = Answers.json(answer);
    var output =
        Json.object()
            .put("did", Answers.text(session, "/did"))
            .put("handle", Answers.text(session, "/handle"));
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
