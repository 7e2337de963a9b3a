package io.ganglion.api.trigger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The requests of docs/events-in.md, sent in their order to the laboratory's platforms. */
@QuarkusTest
@Tag("it")
class EventsInDocsTest {
  private static final Pattern CURL =
      Pattern.compile(
          "^curl -s \"\\$(GANGLION_URL|TELEGRAM_URL)([^\"]*)\"(.*?)(?=^curl|^```)",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern BODY = Pattern.compile("-d '(.*)'\\s*$", Pattern.DOTALL);

  @Test
  void every_request_of_the_page_is_answered_as_it_says() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "events-in.md"));
    var owner = Callers.owner();
    var bot = account(owner, "telegram").getString("connection.credentials.bot_token");
    connect(owner, account(owner, "x"));
    var source = "";
    int sent = 0;
    for (var one : CURL.matcher(page).results().toList()) {
      var found = BODY.matcher(one.group(3));
      var body = found.find() ? found.group(1).replace("'\"$SOURCE_URL\"'", source) : "";
      boolean telegram = one.group(1).equals("TELEGRAM_URL");
      var path = (telegram ? "/lab/telegram" : "") + one.group(2).replace("$BOT_TOKEN", bot);
      var request =
          telegram
              ? given()
                  .urlEncodingEnabled(false)
                  .contentType("application/json") // the token's colon
              : owner.request();
      var answer =
          (body.isEmpty() ? request.get(path) : request.body(body).post(path)).then().extract();
      assertThat(answer.statusCode()).as("%s %s", path, answer.asString()).isBetween(200, 201);
      if (path.equals("/api/v1/sources")) {
        source = answer.path("url");
      }
      sent++;
    }
    assertThat(sent).isEqualTo(4);
    given()
        .header("X-Telegram-Bot-Api-Secret-Token", "a-secret_token-of-yours")
        .contentType("application/json")
        .body("{\"update_id\":1,\"message\":{\"text\":\"hi\"}}")
        .post(URI.create(source).getPath())
        .then()
        .statusCode(200);
    Patience.await("the trigger is read")
        .until(() -> owner.request().get("/api/v1/triggers").path("data[0].last_poll_at") != null);
  }

  private static JsonPath account(Callers.Owner owner, String platform) {
    return owner
        .request()
        .body("{\"platform\":\"%s\"}".formatted(platform))
        .post("/api/v1/lab/accounts")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static void connect(Callers.Owner owner, JsonPath account) {
    var body = new HashMap<String, Object>(account.getMap("connection"));
    body.put("name", "x");
    owner.request().body(body).post("/api/v1/connections").then().statusCode(201);
  }
}
