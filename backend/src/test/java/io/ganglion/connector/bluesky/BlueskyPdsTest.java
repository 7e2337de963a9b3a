package io.ganglion.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.RealPeer;
import io.ganglion.connector.Session;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.LoopbackEgress;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against the real server of Bluesky. */
@Tag("connectors")
@Tag("long")
class BlueskyPdsTest {
  @RegisterExtension static final RealPeer PEER = new RealPeer("pds");

  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  private static final String PASSWORD = "a-password-of-a-test";

  private final LoopbackEgress egress = new LoopbackEgress();
  private final BlueskyConnector connector = new BlueskyConnector(egress, Clock.systemUTC());
  private final URI server = PEER.url();
  private final String handle =
      "t" + Json.sha256(EffectId.next().toString()).substring(0, 14) + ".test";
  private Session session = session("", PASSWORD);

  @BeforeEach
  void sign_up() {
    var body =
        Json.object()
            .put("handle", handle)
            .put("email", handle + "@example.com")
            .put("password", PASSWORD);
    var made =
        (HttpResult.Answered)
            egress.call(
                PlatformCall.of(
                        session,
                        "POST",
                        "/xrpc/com.atproto.server.createAccount",
                        Duration.ofSeconds(20))
                    .json(body)
                    .http());
    assertThat(made.status()).as(new String(made.body(), StandardCharsets.UTF_8)).isEqualTo(200);
    var known = (Connector.Whoami.Known) connector.whoami(session);
    assertThat(known.label()).isEqualTo("@" + handle);
    session = session(known.principal(), PASSWORD);
  }

  @AfterEach
  void close() {
    egress.close();
  }

  @Test
  void a_post_sent_three_times_is_there_once() {
    var act = prepared("createPost", Json.object().put("text", "hello #tea https://example.com"));
    var first = landed(connector.send(session, act));
    assertThat(connector.send(session, act)).isEqualTo(first);
    assertThat(connector.send(session, act)).isEqualTo(first);
    assertThat(posts()).hasSize(1);
    assertThat(posts().at("/0/value/facets")).hasSize(2);
    assertThat(connector.lookUp(session, act)).isEqualTo(new Finding.Found(first));
  }

  @Test
  void a_post_that_was_not_sent_is_absent() {
    var act = prepared("createPost", Json.object().put("text", "never"));
    assertThat(connector.lookUp(session, act)).isInstanceOf(Finding.Absent.class);
  }

  @Test
  void an_undone_post_is_gone_and_may_be_undone_again() {
    var act = prepared("createPost", Json.object().put("text", "soon gone"));
    var arguments =
        connector.undoArguments(act, landed(connector.send(session, act))).orElseThrow();
    var undo = act("deletePost", arguments, NullNode.getInstance());
    landed(connector.send(session, undo));
    landed(connector.send(session, undo));
    assertThat(posts()).isEmpty();
    assertThat(connector.lookUp(session, act)).isInstanceOf(Finding.Absent.class);
  }

  @Test
  void a_thread_with_a_picture_keeps_its_root() {
    var root =
        landed(connector.send(session, prepared("createPost", Json.object().put("text", "one"))));
    var second =
        landed(
            connector.send(
                session,
                prepared(
                    "createPost",
                    Json.object().put("text", "two").put("reply_to", root.reference()))));
    var blob =
        landed(
            connector.send(
                session,
                act("uploadImage", Json.object().put("data", PNG), NullNode.getInstance())));
    var third = Json.object().put("text", "three").put("reply_to", second.reference());
    third
        .putArray("images")
        .addObject()
        .put("alt", "a dot")
        .set("blob", blob.output().path("blob"));
    landed(connector.send(session, prepared("createPost", third)));
    assertThat(posts().at("/0/value/reply/root/uri").asText()).isEqualTo(root.reference());
    assertThat(posts().at("/0/value/reply/parent/uri").asText()).isEqualTo(second.reference());
    assertThat(posts().at("/0/value/embed/images/0/image/mimeType").asText())
        .isEqualTo("image/png");
  }

  @Test
  void likes_reposts_and_follows_are_put_found_and_taken_back() {
    var post =
        landed(connector.send(session, prepared("createPost", Json.object().put("text", "liked"))));
    var about = Json.object().put("uri", post.reference());
    roundTrip("like", about);
    roundTrip("repost", about);
    roundTrip("follow", Json.object().put("actor", handle));
  }

  @Test
  void a_wrong_password_is_refused() {
    assertThat(connector.whoami(session("", "another-password")))
        .isInstanceOfSatisfying(
            Connector.Whoami.Refused.class, refused -> assertThat(refused.status()).isEqualTo(401));
  }

  @Test
  void a_post_beyond_the_limit_is_refused_by_the_server_too() {
    var act = act("createPost", Json.object().put("text", "é".repeat(301)), Json.object());
    assertThat(connector.prepare(session, act)).isInstanceOf(Preparation.Refused.class);
    assertThat(connector.send(session, act)).isInstanceOf(Outcome.NotLanded.class);
    assertThat(posts()).isEmpty();
  }

  private void roundTrip(String action, JsonNode arguments) {
    var act = prepared(action, arguments);
    assertThat(connector.lookUp(session, act)).isInstanceOf(Finding.Absent.class);
    var done = landed(connector.send(session, act));
    assertThat(connector.lookUp(session, act)).isEqualTo(new Finding.Found(done));
    var undo = act.action().undo().orElseThrow();
    var back = act(undo, connector.undoArguments(act, done).orElseThrow(), NullNode.getInstance());
    landed(connector.send(session, back));
    assertThat(connector.lookUp(session, act)).isInstanceOf(Finding.Absent.class);
  }

  /** What stands in the repository, newest first, by the server's own list. */
  private JsonNode posts() {
    var path =
        "/xrpc/com.atproto.repo.listRecords?collection=app.bsky.feed.post&repo="
            + session.principal();
    var answer =
        (HttpResult.Answered)
            egress.call(PlatformCall.of(session, "GET", path, Duration.ofSeconds(10)).http());
    return Json.read(new String(answer.body(), StandardCharsets.UTF_8)).path("records");
  }

  private Act prepared(String action, JsonNode arguments) {
    var act = act(action, arguments, NullNode.getInstance());
    var ready = connector.prepare(session, act);
    assertThat(ready).isInstanceOf(Preparation.Ready.class);
    return new Act(
        act.action(),
        act.effect(),
        arguments,
        ((Preparation.Ready) ready).handle(),
        act.firstDispatched());
  }

  private Act act(String name, JsonNode arguments, JsonNode handle) {
    var action = Objects.requireNonNull(connector.manifest().actions().get(name));
    return new Act(action, EffectId.next(), arguments, handle, Instant.now());
  }

  private Session session(String principal, String password) {
    var credentials =
        new Credentials(Json.object().put("identifier", handle).put("app_password", password));
    return new Session(server, principal, credentials, Origin.TENANT);
  }

  private static Outcome.Landed landed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Landed.class);
    return (Outcome.Landed) outcome;
  }
}
