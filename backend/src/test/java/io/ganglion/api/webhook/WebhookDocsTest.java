package io.ganglion.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The requests of docs/webhooks.md, sent in their order as a reader would. */
@QuarkusTest
@Tag("it")
class WebhookDocsTest {
  private static final Pattern CURL =
      Pattern.compile(
          "^curl -s \"\\$(GANGLION_URL|SOURCE_URL)([^\"]*)\"(.*?)(?=^curl|^```)",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern BODY = Pattern.compile("-d '([^']*)'");
  private static final Pattern GITHUB =
      Pattern.compile(
          "^```json\\n(\\{\"name\": \"GitHub\".*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void every_request_of_the_page_is_answered_as_it_says() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "webhooks.md"));
    var owner = Callers.owner();
    var endpoint = "";
    var source = "";
    int sent = 0;
    for (var one : CURL.matcher(page).results().toList()) {
      var body = BODY.matcher(one.group(3));
      var path =
          one.group(1).equals("SOURCE_URL") ? source : one.group(2).replace("$ENDPOINT", endpoint);
      var request = owner.request();
      var answer =
          (body.find() ? request.body(body.group(1)).post(path) : request.get(path))
              .then()
              .extract();
      assertThat(answer.statusCode()).as("%s %s", path, answer.asString()).isBetween(200, 202);
      if (path.equals("/api/v1/endpoints")) {
        endpoint = answer.path("endpoint.id");
        assertThat(answer.<String>path("secret")).startsWith("whsec_");
      } else if (path.equals("/api/v1/sources")) {
        source = URI.create(answer.path("url")).getPath();
      } else if (path.startsWith("/in/")) {
        assertThat(answer.asString()).isEqualTo("{\"stored\":1}");
      }
      sent++;
    }
    assertThat(sent).isEqualTo(6);
    var github = GITHUB.matcher(page);
    assertThat(github.find()).isTrue();
    owner
        .request()
        .body(github.group(1).replace("…", "0123456789abcdef"))
        .post("/api/v1/sources")
        .then()
        .statusCode(201);
    owner.request().delete("/api/v1/endpoints/{id}", endpoint).then().statusCode(204);
    Patience.await("the event")
        .until(
            () ->
                owner
                    .request()
                    .get("/api/v1/events")
                    .jsonPath()
                    .getList("data.event.data")
                    .equals(List.of(java.util.Map.of("order", 7))));
  }
}
