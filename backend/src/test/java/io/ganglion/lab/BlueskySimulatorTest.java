package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class BlueskySimulatorTest {
  private static final String POST = "app.bsky.feed.post";
  private static final String KEY = "3lkqxyzabcdef";

  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor bluesky;
  private JsonNode session = MissingNode.getInstance();

  @BeforeEach
  void sign_in() {
    tenant = lab.tenant();
    bluesky = lab.visitor(tenant, Platform.BLUESKY);
    session = create(bluesky).body();
  }

  @Test
  void a_session_names_the_account() {
    assertThat(session.path("did").asText())
        .isEqualTo("did:plc:" + bluesky.account().account())
        .matches("did:plc:[a-z2-7]{24}");
    assertThat(get("com.atproto.server.getSession").body().path("handle").asText())
        .isEqualTo(bluesky.credential("identifier"));
  }

  @Test
  void a_record_is_there_once_under_its_key() {
    var first = put(KEY, "hello");
    assertThat(put(KEY, "hello").body().path("cid")).isEqualTo(first.body().path("cid"));
    assertThat(first.body().path("uri").asText())
        .isEqualTo("at://%s/%s/%s".formatted(did(), POST, KEY));
    assertThat(first.body().path("cid").asText()).matches("bafyrei[a-z2-7]{52}");
    assertThat(lab.happened(tenant)).containsExactly("session.created", "post.created");
    assertThat(put(KEY, "other words").status()).isEqualTo(200);
    assertThat(lab.happened(tenant)).last().isEqualTo("post.updated");
  }

  @Test
  void a_deleted_record_is_gone_and_may_be_deleted_again() {
    put(KEY, "hello");
    assertThat(record().body().at("/value/text").asText()).isEqualTo("hello");
    assertThat(delete().status()).isEqualTo(200);
    assertThat(delete().status()).isEqualTo(200);
    assertThat(record().status()).isEqualTo(400);
    assertThat(record().body().path("error").asText()).isEqualTo("RecordNotFound");
    assertThat(lab.happened(tenant)).containsOnlyOnce("post.deleted");
  }

  @Test
  void what_is_no_record_is_refused() {
    assertThat(put("not a key", "hello").status()).isEqualTo(400);
    assertThat(put(KEY, "é".repeat(301)).body().path("message").asText()).contains("300 graphemes");
    var body = body(KEY, "a picture that nobody uploaded");
    body.withObjectProperty("record")
        .putObject("embed")
        .putArray("images")
        .addObject()
        .putObject("image")
        .putObject("ref")
        .put("$link", "bafkrei");
    assertThat(post("com.atproto.repo.putRecord", body).body().path("message").asText())
        .startsWith("Could not find blob");
    assertThat(lab.happened(tenant)).containsExactly("session.created");
  }

  @Test
  void a_refresh_token_is_taken_once() {
    var refresh = session.path("refreshJwt").asText();
    var refreshed = call(refresh, "POST", "com.atproto.server.refreshSession");
    assertThat(refreshed.status()).isEqualTo(200);
    var again = call(refresh, "POST", "com.atproto.server.refreshSession");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body().path("error").asText()).isEqualTo("ExpiredToken");
    assertThat(call(refresh, "GET", "com.atproto.server.getSession").body().path("error").asText())
        .isEqualTo("InvalidToken");
  }

  @Test
  void a_wrong_password_opens_no_session() {
    var wrong = create(bluesky.with("app_password", "abcd-efgh-ijkl-mnop"));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.body().path("error").asText()).isEqualTo("AuthenticationRequired");
  }

  @Test
  void accounts_of_a_tenant_see_each_others_posts_and_are_told_of_likes() {
    var uri = put(KEY, "a cup of tea").body().path("uri").asText();
    var other = lab.visitor(tenant, Platform.BLUESKY);
    var theirs = create(other).body();
    var like = body("3lkqxyzabcdeg", "").put("collection", "app.bsky.feed.like");
    like.put("repo", theirs.path("did").asText());
    like.putObject("record")
        .put("$type", "app.bsky.feed.like")
        .put("createdAt", "2026-11-22T12:00:00.000Z")
        .putObject("subject")
        .put("uri", uri);
    var token = theirs.path("accessJwt").asText();
    assertThat(other.bearing(token, "POST", "/xrpc/com.atproto.repo.putRecord", like).status())
        .isEqualTo(200);
    var found = other.bearing(token, "GET", "/xrpc/app.bsky.feed.searchPosts?q=TEA", none()).body();
    assertThat(found.at("/posts/0/uri").asText()).isEqualTo(uri);
    assertThat(found.at("/posts/0/likeCount").asInt()).isEqualTo(1);
    var told = get("app.bsky.notification.listNotifications").body();
    assertThat(told.at("/notifications/0/reason").asText()).isEqualTo("like");
    assertThat(told.at("/notifications/0/reasonSubject").asText()).isEqualTo(uri);
    var stranger = lab.visitor(lab.tenant(), Platform.BLUESKY);
    var strangers = create(stranger).body().path("accessJwt").asText();
    assertThat(
            stranger
                .bearing(strangers, "GET", "/xrpc/app.bsky.feed.searchPosts?q=tea", none())
                .body()
                .path("posts"))
        .isEmpty();
  }

  @Test
  void a_feed_is_read_page_by_page_newest_first() {
    for (int i = 0; i < 3; i++) {
      put("3lkqxyzabcde" + (char) ('a' + i), "post " + i);
    }
    var page = "app.bsky.feed.getAuthorFeed?limit=2&actor=" + did();
    var first = get(page).body();
    assertThat(first.path("feed").findValuesAsText("text")).containsExactly("post 2", "post 1");
    var second = get(page + "&cursor=" + first.path("cursor").asText()).body();
    assertThat(second.path("feed").findValuesAsText("text")).containsExactly("post 0");
    assertThat(second.has("cursor")).isFalse();
  }

  @Test
  void a_limit_says_in_unix_seconds_when_it_is_over() {
    lab.faults()
        .program(
            tenant,
            Fault.Program.next(Platform.BLUESKY, "POST", "/xrpc", FaultKind.RATE_LIMIT, 1)
                .delayed(java.time.Duration.ofSeconds(30)));
    var limited = put(KEY, "hello");
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.body().path("error").asText()).isEqualTo("RateLimitExceeded");
    assertThat(Long.parseLong(limited.header("RateLimit-Reset")))
        .isGreaterThan(java.time.Instant.now().getEpochSecond());
  }

  private static Visitor.Seen create(Visitor visitor) {
    return visitor.post(
        "/xrpc/com.atproto.server.createSession",
        Json.object()
            .put("identifier", visitor.credential("identifier"))
            .put("password", visitor.credential("app_password")));
  }

  private Visitor.Seen put(String key, String text) {
    return post("com.atproto.repo.putRecord", body(key, text));
  }

  private Visitor.Seen delete() {
    return post("com.atproto.repo.deleteRecord", body(KEY, ""));
  }

  private Visitor.Seen record() {
    return get(
        "com.atproto.repo.getRecord?repo=%s&collection=%s&rkey=%s".formatted(did(), POST, KEY));
  }

  private ObjectNode body(String key, String text) {
    var body = Json.object().put("repo", did()).put("collection", POST).put("rkey", key);
    body.putObject("record")
        .put("$type", POST)
        .put("text", text)
        .put("createdAt", "2026-11-22T12:00:00.000Z");
    return body;
  }

  private Visitor.Seen post(String method, JsonNode body) {
    return bluesky.bearing(session.path("accessJwt").asText(), "POST", "/xrpc/" + method, body);
  }

  private Visitor.Seen get(String method) {
    return call(session.path("accessJwt").asText(), "GET", method);
  }

  private Visitor.Seen call(String token, String verb, String method) {
    return bluesky.bearing(token, verb, "/xrpc/" + method, none());
  }

  private String did() {
    return session.path("did").asText();
  }

  private static JsonNode none() {
    return MissingNode.getInstance();
  }
}
