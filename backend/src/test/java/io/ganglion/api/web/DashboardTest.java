package io.ganglion.api.web;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The dashboard's files and page, of a small one in the tests' resources. */
@QuarkusTest
@Tag("it")
class DashboardTest {
  @TestHTTPResource("/")
  String url = "";

  @Test
  void every_address_that_is_no_file_and_not_the_api_s_is_the_page() {
    for (var path : new String[] {"/", "/team", "/join/ivt_01h2xcejqtf2nbrexx3vqjhp41", "/a/b.c"}) {
      var answer = given().get(path).then().statusCode(200).contentType("text/html").extract();
      assertThat(answer.header("Content-Security-Policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }
  }

  @Test
  void files_are_what_they_are() {
    given()
        .get("/assets/app-1a2b3c.js")
        .then()
        .statusCode(200)
        .contentType(containsString("javascript"))
        .header("Cache-Control", containsString("max-age=31536000"))
        .body(containsString("dashboard"));
    given()
        .get("/robots.txt")
        .then()
        .statusCode(200)
        .header("Content-Type", containsString("charset=utf-8"))
        .body(containsString("Disallow"));
    given().get("/assets/gone.js").then().statusCode(404).body(not(containsString("<html")));
  }

  @Test
  void a_compressed_copy_goes_to_whoever_accepts_it() throws Exception {
    var page = read("/", "gzip, deflate, br");
    assertThat(page.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(page.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(unzipped(page.body())).contains("<html");
    var asset = read("/assets/big-4d5e6f.js", "gzip;q=0.5, br;q=0.4");
    assertThat(asset.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(asset.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
    assertThat(asset.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(unzipped(asset.body())).contains("the big one");
    for (var accepted : new String[] {"identity", "gzip;q=0", "zstd"}) {
      var plain = read("/assets/big-4d5e6f.js", accepted);
      assertThat(plain.headers().firstValue("Content-Encoding")).as(accepted).isEmpty();
      assertThat(plain.headers().firstValue("Vary")).as(accepted).hasValue("Accept-Encoding");
      assertThat(new String(plain.body(), UTF_8)).contains("the big one");
    }
    assertThat(read("/assets/app-1a2b3c.js", "gzip").headers().firstValue("Content-Encoding"))
        .as("one that has no copy")
        .isEmpty();
  }

  /** As it comes: what the test's usual client does about compression is not to matter. */
  private HttpResponse<byte[]> read(String path, String accepted) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(url).resolve(path))
              .header("Accept-Encoding", accepted)
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static String unzipped(byte[] body) throws IOException {
    try (var bytes = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(bytes.readAllBytes(), UTF_8);
    }
  }

  @Test
  void the_documentation_is_pages_of_its_own_under_the_same_policy() {
    for (var path : new String[] {"/docs", "/docs/", "/docs/problems"}) {
      given()
          .get(path)
          .then()
          .statusCode(200)
          .contentType("text/html")
          .header("Content-Security-Policy", containsString("default-src 'none'"))
          .header("Content-Security-Policy", not(containsString("unsafe")))
          .body(containsString(path.endsWith("problems") ? "not_found" : "The reference"));
    }
    given().get("/docs/nothing").then().statusCode(404).contentType("application/problem+json");
    given().get("/docs/a/b").then().statusCode(404);
    given().urlEncodingEnabled(false).get("/docs/..%2f..%2fsecret").then().statusCode(404);
  }

  @Test
  void an_address_of_the_api_is_no_page() {
    given()
        .get("/api/v1/nothing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", containsString("base-uri 'none'"))
        .body("code", equalTo("not_found"));
    given().get("/auth/nothing").then().statusCode(404);
    given().post("/team").then().statusCode(404).contentType("application/problem+json");
  }

  @Test
  void nothing_outside_of_the_folder_is_served() {
    for (var path :
        new String[] {
          "/assets/../../secret.txt",
          "/assets/..%2f..%2fsecret.txt",
          "/assets/%2e%2e/%2e%2e/secret.txt",
          "/..%5csecret.txt",
          "/%2e%2e%2fsecret.txt"
        }) {
      var body = given().urlEncodingEnabled(false).get(path).asString();
      assertThat(body).as(path).doesNotContain("outside of the dashboard");
    }
  }

  @Test
  void every_answer_tells_browsers_to_be_careful() {
    for (var path : new String[] {"/", "/api/v1/sign-in", "/api/v1/me", "/q/health/live"}) {
      given()
          .get(path)
          .then()
          .header("X-Content-Type-Options", equalTo("nosniff"))
          .header("Referrer-Policy", equalTo("no-referrer"))
          .header("Content-Security-Policy", containsString("default-src 'none'"));
    }
  }
}
