package io.ganglion.api.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The dashboard's files and page, of a small one in the tests' resources. */
@QuarkusTest
@Tag("it")
class DashboardTest {
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
