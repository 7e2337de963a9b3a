package io.ganglion.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.AtPeer;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.RealPeer;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.time.Clock;
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

  private final String handle =
      "t" + Json.sha256(EffectId.next().toString()).substring(0, 14) + ".test";
  private final AtPeer pds = with(PASSWORD);

  private AtPeer with(String password) {
    return new AtPeer(
        PEER,
        egress -> new BlueskyConnector(egress, Clock.systemUTC()),
        Json.object().put("identifier", handle).put("app_password", password),
        "");
  }

  @BeforeEach
  void sign_up() {
    var body =
        Json.object()
            .put("handle", handle)
            .put("email", handle + "@example.com")
            .put("password", PASSWORD);
    pds.ask(pds.call("POST", "/xrpc/com.atproto.server.createAccount").json(body));
    assertThat(pds.signIn().label()).isEqualTo("@" + handle);
  }

  @AfterEach
  void close() {
    pds.close();
  }

  @Test
  void a_post_sent_three_times_is_there_once() {
    var act =
        pds.prepared("createPost", Json.object().put("text", "hello #tea https://example.com"));
    var first = pds.landed(act);
    assertThat(pds.send(act)).isEqualTo(first);
    assertThat(pds.send(act)).isEqualTo(first);
    assertThat(posts()).hasSize(1);
    assertThat(posts().at("/0/value/facets")).hasSize(2);
    assertThat(pds.lookUp(act)).isEqualTo(new Finding.Found(first));
  }

  @Test
  void a_post_that_was_not_sent_is_absent() {
    var act = pds.prepared("createPost", Json.object().put("text", "never"));
    assertThat(pds.lookUp(act)).isInstanceOf(Finding.Absent.class);
  }

  @Test
  void an_undone_post_is_gone_and_may_be_undone_again() {
    var act = pds.prepared("createPost", Json.object().put("text", "soon gone"));
    var undo = pds.undo(act, pds.landed(act));
    pds.landed(undo);
    pds.landed(undo);
    assertThat(posts()).isEmpty();
    assertThat(pds.lookUp(act)).isInstanceOf(Finding.Absent.class);
  }

  @Test
  void a_thread_with_a_picture_keeps_its_root() {
    var root = pds.landed(pds.prepared("createPost", Json.object().put("text", "one")));
    var second =
        pds.landed(
            pds.prepared(
                "createPost", Json.object().put("text", "two").put("reply_to", root.reference())));
    var blob = pds.landed(pds.act("uploadImage", Json.object().put("data", PNG)));
    var third = Json.object().put("text", "three").put("reply_to", second.reference());
    third
        .putArray("images")
        .addObject()
        .put("alt", "a dot")
        .set("blob", blob.output().path("blob"));
    pds.landed(pds.prepared("createPost", third));
    assertThat(posts().at("/0/value/reply/root/uri").asText()).isEqualTo(root.reference());
    assertThat(posts().at("/0/value/reply/parent/uri").asText()).isEqualTo(second.reference());
    assertThat(posts().at("/0/value/embed/images/0/image/mimeType").asText())
        .isEqualTo("image/png");
  }

  @Test
  void likes_reposts_and_follows_are_put_found_and_taken_back() {
    var post = pds.landed(pds.prepared("createPost", Json.object().put("text", "liked")));
    var about = Json.object().put("uri", post.reference());
    roundTrip("like", about);
    roundTrip("repost", about);
    roundTrip("follow", Json.object().put("actor", handle));
  }

  @Test
  void a_wrong_password_is_refused() {
    try (var stranger = with("another-password")) {
      assertThat(stranger.whoami())
          .isInstanceOfSatisfying(
              Connector.Whoami.Refused.class,
              refused -> assertThat(refused.status()).isEqualTo(401));
    }
  }

  @Test
  void a_post_beyond_the_limit_is_refused_by_the_server_too() {
    var act = pds.act("createPost", Json.object().put("text", "é".repeat(301)));
    assertThat(pds.prepare(act)).isInstanceOf(Preparation.Refused.class);
    var unprepared =
        new Act(act.action(), act.effect(), act.arguments(), Json.object(), act.firstDispatched());
    assertThat(pds.send(unprepared)).isInstanceOf(Outcome.NotLanded.class);
    assertThat(posts()).isEmpty();
  }

  private void roundTrip(String action, JsonNode arguments) {
    var act = pds.prepared(action, arguments);
    assertThat(pds.lookUp(act)).isInstanceOf(Finding.Absent.class);
    var done = pds.landed(act);
    assertThat(pds.lookUp(act)).isEqualTo(new Finding.Found(done));
    pds.landed(pds.undo(act, done));
    assertThat(pds.lookUp(act)).isInstanceOf(Finding.Absent.class);
  }

  /** What stands in the repository, newest first, by the server's own list. */
  private JsonNode posts() {
    var path = "/xrpc/com.atproto.repo.listRecords?collection=app.bsky.feed.post&repo=";
    return pds.ask(pds.call("GET", path + pds.session().principal())).path("records");
  }
}
