package io.ganglion.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Subject;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("connectors")
class BlueskyConnectorTest {
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private Server server = new Server(Subject.NOW.plus(Duration.ofHours(2)));
  private Rehearsal bluesky = rehearsal(Server.credentials());

  @AfterEach
  void close() {
    bluesky.close();
  }

  @Test
  void calls_share_one_session() {
    for (int i = 0; i < 3; i++) {
      assertThat(bluesky.send("me", Json.object())).isInstanceOf(Outcome.Landed.class);
    }
    assertThat(server.logins()).isEqualTo(1);
  }

  @Test
  void a_session_about_to_end_is_refreshed_without_the_password() {
    server = new Server(Subject.NOW.plus(Duration.ofMinutes(1)));
    bluesky.close();
    bluesky = rehearsal(Server.credentials());
    for (int i = 0; i < 3; i++) {
      assertThat(bluesky.send("me", Json.object())).isInstanceOf(Outcome.Landed.class);
    }
    assertThat(server.logins()).isEqualTo(1);
    assertThat(paths()).filteredOn(path -> path.endsWith("refreshSession")).hasSize(2);
  }

  @Test
  void an_expired_session_proves_that_nothing_landed_and_the_next_attempt_has_another() {
    assertThat(bluesky.send("me", Json.object())).isInstanceOf(Outcome.Landed.class);
    var spent = server.access();
    server.revoke();
    assertThat(bluesky.send("me", Json.object()))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class,
            missed -> {
              assertThat(missed.retryable()).isTrue();
              assertThat(missed.reason()).contains("Token has expired").doesNotContain(spent);
            });
    assertThat(bluesky.send("me", Json.object())).isInstanceOf(Outcome.Landed.class);
  }

  @Test
  void a_wrong_password_is_a_refusal_and_not_an_accident() {
    bluesky.close();
    bluesky =
        rehearsal(Json.object().put("identifier", Server.HANDLE).put("app_password", "wrong-one"));
    assertThat(bluesky.whoami())
        .isInstanceOfSatisfying(
            Connector.Whoami.Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(401);
              assertThat(refused.reason()).contains("Invalid identifier or password");
            });
    assertThat(bluesky.send("me", Json.object()))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class, missed -> assertThat(missed.retryable()).isFalse());
  }

  @Test
  void whoami_proves_the_password_each_time() {
    bluesky.whoami();
    bluesky.whoami();
    assertThat(server.logins()).isEqualTo(2);
    assertThat(bluesky.whoami())
        .isEqualTo(new Connector.Whoami.Known(Server.DID, "@" + Server.HANDLE));
  }

  @Test
  void three_hundred_characters_as_people_count_them_are_the_limit() {
    assertThat(prepared("👩‍👩‍👧‍👦".repeat(100))).isInstanceOf(Preparation.Ready.class);
    assertThat(prepared("é".repeat(300))).isInstanceOf(Preparation.Ready.class);
    assertThat(refusal("é".repeat(301))).contains("301 characters");
    assertThat(refusal("👩‍👩‍👧‍👦".repeat(200))).contains("bytes");
    assertThat(refusal("  ")).contains("needs a text or a picture");
  }

  @Test
  void links_tags_and_known_handles_are_live_by_their_bytes() {
    var ready =
        (Preparation.Ready)
            prepared("Tée @bob.example.com @nobody.example.com #tea, https://a.example/b?c=d.");
    var facets = ready.handle().path("facets");
    assertThat(facets).hasSize(3);
    assertThat(facets.at("/0/features/0/uri").asText()).isEqualTo("https://a.example/b?c=d");
    assertThat(facets.at("/1/features/0/tag").asText()).isEqualTo("tea");
    assertThat(facets.at("/2/features/0/did").asText()).isEqualTo(Server.OTHER);
    assertThat(facets.at("/2/index/byteStart").asInt()).isEqualTo(5);
    assertThat(facets.at("/2/index/byteEnd").asInt()).isEqualTo(21);
  }

  @Test
  void an_answer_to_a_post_that_is_not_there_is_not_sent() {
    var arguments =
        Json.object()
            .put("text", "hello")
            .put("reply_to", "at://%s/app.bsky.feed.post/3kzzzzzzzzzzz".formatted(Server.OTHER));
    assertThat(bluesky.prepare("createPost", arguments))
        .isInstanceOfSatisfying(
            Preparation.Refused.class,
            refused -> assertThat(refused.reason()).contains("Could not locate record"));
  }

  @Test
  void a_picture_is_uploaded_in_prepare_and_shown_by_the_post() {
    var uploaded = (Outcome.Landed) bluesky.send("uploadImage", Json.object().put("data", PNG));
    assertThat(uploaded.output().at("/blob/mimeType").asText()).isEqualTo("image/png");
    var arguments = Json.object().put("text", "");
    arguments
        .putArray("images")
        .addObject()
        .put("alt", "a dot")
        .set("blob", uploaded.output().path("blob"));
    var ready = (Preparation.Ready) bluesky.prepare("createPost", arguments);
    assertThat(bluesky.send("createPost", arguments, ready.handle()))
        .isInstanceOf(Outcome.Landed.class);
    var post = server.own(Records.POST).values().iterator().next();
    assertThat(post.at("/embed/$type").asText()).isEqualTo("app.bsky.embed.images");
    assertThat(post.at("/embed/images/0/alt").asText()).isEqualTo("a dot");
    assertThat(post.at("/embed/images/0/image/ref/$link").isTextual()).isTrue();
  }

  @Test
  void a_file_that_is_no_picture_goes_nowhere() {
    var text =
        Base64.getEncoder()
            .encodeToString("hello, hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(bluesky.send("uploadImage", Json.object().put("data", text)))
        .isInstanceOf(Outcome.NotLanded.class);
    assertThat(paths()).isEmpty();
  }

  @Test
  void records_of_others_are_not_deleted() {
    assertThat(bluesky.send("deletePost", Json.object().put("uri", Server.STRANGERS)))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class,
            missed -> assertThat(missed.reason()).contains("not in the connection's own"));
    assertThat(paths()).isEmpty();
  }

  private Preparation prepared(String text) {
    return bluesky.prepare("createPost", Json.object().put("text", text));
  }

  private String refusal(String text) {
    return ((Preparation.Refused) prepared(text)).reason();
  }

  private List<String> paths() {
    return bluesky.platform().journal().stream().map(PlatformServer.Request::path).toList();
  }

  private Rehearsal rehearsal(JsonNode credentials) {
    return new Rehearsal(
        BlueskyConnector::new, credentials, Server.DID, request -> server.on(request));
  }
}
