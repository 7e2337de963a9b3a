package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class InstagramSimulatorTest {
  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor instagram;

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    instagram = lab.visitor(tenant, Platform.INSTAGRAM);
  }

  @Test
  void a_container_is_ready_at_the_second_poll_and_published_once() {
    var container = container("a caption");
    assertThat(status(container)).isEqualTo("IN_PROGRESS");
    assertThat(publish(container).body().at("/error/error_subcode").asInt()).isEqualTo(2207027);
    assertThat(status(container)).isEqualTo("FINISHED");

    var published = publish(container);
    assertThat(published.status()).isEqualTo(200);
    var media = published.body().path("id").asText();
    assertThat(status(container)).isEqualTo("PUBLISHED");
    assertThat(publish(container).status()).isEqualTo(400);
    assertThat(lab.happened(tenant)).containsExactly("container.created", "media.published");
    assertThat(lab.entries(tenant).getLast().reference()).isEqualTo(media);
  }

  @Test
  void a_reset_after_the_effect_leaves_the_container_published() {
    var container = ready();
    lab.next(
        tenant, Platform.INSTAGRAM, "POST", path("/media_publish"), FaultKind.STATUS_500_AFTER);
    assertThat(publish(container).status()).isEqualTo(500);
    assertThat(status(container)).isEqualTo("PUBLISHED");
    assertThat(lab.happened(tenant)).containsExactly("container.created", "media.published");
  }

  @Test
  void search_lag_hides_that_the_container_is_published() {
    var container = ready();
    lab.faults()
        .program(
            tenant,
            Fault.Program.next(
                    Platform.INSTAGRAM, "POST", path("/media_publish"), FaultKind.SEARCH_LAG, 1)
                .delayed(Duration.ofMinutes(5)));
    publish(container);
    assertThat(status(container)).isEqualTo("FINISHED");
    assertThat(instagram.get(path("/media")).body().path("data")).isEmpty();
    assertThat(publish(container).status()).isEqualTo(400);
    assertThat(lab.happened(tenant)).containsExactly("container.created", "media.published");
  }

  @Test
  void media_are_listed_with_the_fields_asked_for_and_deleted() {
    var media = publish(ready()).body().path("id").asText();
    var list = instagram.get(path("/media?fields=id,caption,timestamp,permalink"));
    assertThat(list.body().at("/data/0/id").asText()).isEqualTo(media);
    assertThat(list.body().at("/data/0/caption").asText()).isEqualTo("ready");
    assertThat(list.body().at("/data/0/timestamp").asText()).endsWith("+0000");
    assertThat(list.body().at("/data/0").has("media_url")).isFalse();

    assertThat(instagram.delete("/" + media).body().path("success").asBoolean()).isTrue();
    var again = instagram.delete("/" + media);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body().at("/error/error_subcode").asInt()).isEqualTo(33);
    assertThat(lab.happened(tenant))
        .containsExactly("container.created", "media.published", "media.deleted");
  }

  @Test
  void the_publishing_limit_counts_what_was_published() {
    publish(ready());
    var limit = instagram.get(path("/content_publishing_limit?fields=quota_usage,config")).body();
    assertThat(limit.at("/data/0/quota_usage").asInt()).isEqualTo(1);
    assertThat(limit.at("/data/0/config/quota_duration").asInt()).isEqualTo(86_400);
  }

  @Test
  void errors_are_the_graphs() {
    var error = instagram.post(path("/media"), Json.object()).body().path("error");
    assertThat(error.path("type").asText()).isEqualTo("OAuthException");
    assertThat(error.path("code").asInt()).isEqualTo(100);
    assertThat(error.path("fbtrace_id").asText()).isNotEmpty();
    var stranger = instagram.with("access_token", "lab_nobody").get("/me?fields=user_id,username");
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.body().at("/error/code").asInt()).isEqualTo(190);
  }

  @Test
  void it_takes_a_version_and_the_token_as_a_parameter() {
    var me = instagram.get("/v23.0/me?fields=user_id,username");
    assertThat(me.body().path("user_id").asText()).isEqualTo(instagram.account().account());
    assertThat(me.header("X-App-Usage")).contains("call_count");
    var bare =
        instagram
            .with("access_token", "none")
            .get("/me?fields=username&access_token=" + instagram.credential("access_token"));
    assertThat(bare.status()).isEqualTo(200);
  }

  private String ready() {
    var container = container("ready");
    status(container);
    status(container);
    return container;
  }

  @Test
  void a_medium_has_no_comments_and_its_numbers_are_zero() {
    var media = publish(ready()).body().path("id").asText();
    assertThat(instagram.get("/%s/comments".formatted(media)).body().path("data")).isEmpty();
    var insights = instagram.get("/%s/insights?metric=reach,likes".formatted(media)).body();
    assertThat(insights.at("/data/1/name").asText()).isEqualTo("likes");
    assertThat(insights.at("/data/1/values/0/value").asInt(-1)).isZero();
    assertThat(instagram.get("/%s/insights?metric=luck".formatted(media)).status()).isEqualTo(400);
    assertThat(instagram.get("/404/comments").status()).isEqualTo(400);
  }

  @Test
  void comments_are_listed_newest_first_page_by_page() {
    var media = publish(ready()).body().path("id").asText();
    var comments = "/%s/comments".formatted(media);
    for (var text : new String[] {"one", "two", "three"}) {
      assertThat(instagram.post(comments, Json.object().put("message", text)).status())
          .isEqualTo(200);
    }
    assertThat(instagram.post(comments, Json.object().put("message", " ")).status()).isEqualTo(400);
    var first = instagram.get(comments + "?fields=id,text,timestamp&limit=2").body();
    assertThat(first.path("data").findValuesAsText("text")).containsExactly("three", "two");
    assertThat(first.at("/data/0/timestamp").asText()).endsWith("+0000");
    assertThat(first.at("/paging/next").isTextual()).isTrue();
    var after = first.at("/paging/cursors/after").asText();
    var second = instagram.get(comments + "?fields=text&limit=2&after=" + after).body();
    assertThat(second.path("data").findValuesAsText("text")).containsExactly("one");
    assertThat(second.at("/paging/next").isMissingNode()).isTrue();
  }

  @Test
  void who_is_named_in_a_caption_finds_the_medium_among_its_tags() {
    var other = lab.visitor(tenant, Platform.INSTAGRAM);
    var name = other.get("/me?fields=username").body().path("username").asText();
    var container = container("tea with @" + name);
    status(container);
    status(container);
    var media = publish(container).body().path("id").asText();
    var tags = "/%s/tags?fields=id,caption".formatted(other.account().account());
    assertThat(other.get(tags).body().path("data").findValuesAsText("id")).containsExactly(media);
    assertThat(instagram.get(tags).status()).isEqualTo(400);
  }

  @Test
  void a_carousel_is_made_of_containers_that_are_ready_and_a_reel_of_a_video() {
    var first = ready();
    var second = ready();
    var unready = container("not yet");
    var carousel = Json.object().put("media_type", "CAROUSEL").put("caption", "both");
    carousel.put("children", first + "," + unready);
    assertThat(instagram.post(path("/media"), carousel).status()).isEqualTo(400);
    carousel.put("children", first + "," + second);
    var album = instagram.post(path("/media"), carousel).body().path("id").asText();
    status(album);
    status(album);
    var shown = publish(album).body().path("id").asText();
    assertThat(instagram.get("/%s?fields=media_type".formatted(shown)).body().path("media_type"))
        .hasToString("\"CAROUSEL_ALBUM\"");
    var reel = Json.object().put("media_type", "REELS").put("image_url", "https://example.com/a");
    assertThat(instagram.post(path("/media"), reel).status()).isEqualTo(400);
    reel.put("video_url", "https://example.com/a.mp4");
    assertThat(instagram.post(path("/media"), reel).status()).isEqualTo(200);
  }

  private String container(String caption) {
    JsonNode body =
        Json.object().put("image_url", "https://example.com/a.png").put("caption", caption);
    return instagram.post(path("/media"), body).body().path("id").asText();
  }

  private String status(String container) {
    return instagram
        .get("/%s?fields=status_code".formatted(container))
        .body()
        .path("status_code")
        .asText();
  }

  private Visitor.Seen publish(String container) {
    return instagram.post(path("/media_publish"), Json.object().put("creation_id", container));
  }

  private String path(String rest) {
    return "/" + instagram.account().account() + rest;
  }
}
