package io.ganglion.api.auth;

import static io.ganglion.testing.SignedInPeople.newcomer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.notNullValue;

import io.ganglion.testing.Callers;
import io.ganglion.testing.OidcIssuer;
import io.ganglion.testing.OidcIssuer.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The code flow, as a browser walks it, and what its cookie can do. */
@QuarkusTest
@Tag("it")
class BrowserSessionTest {
  private static final OidcIssuer ISSUER = OidcIssuer.shared();

  private final Map<String, Cookie> jar = new HashMap<>();

  @AfterEach
  void upAgain() {
    ISSUER.down(false);
    // the answer is asked for anew only every two seconds
    await().atMost(Duration.ofSeconds(10)).until(() -> state().equals("ready"));
  }

  @Test
  void a_browser_signs_in_and_comes_back_to_the_page_it_wanted() {
    assertThat(signIn(newcomer(), "/team?tab=members")).isEqualTo("/team?tab=members");
    assertThat(jar.keySet()).anyMatch(name -> name.startsWith("q_session"));
    assertThat(jar.values())
        .allSatisfy(
            cookie -> {
              assertThat(cookie.isHttpOnly()).as(cookie.getName()).isTrue();
              assertThat(cookie.getSameSite()).as(cookie.getName()).isEqualToIgnoringCase("lax");
            });
    browser()
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .body("kind", equalTo("person"))
        .body("csrf_token", notNullValue());
  }

  @Test
  void nobody_is_sent_to_another_host() {
    for (var elsewhere :
        new String[] {
          "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a b"
        }) {
      jar.clear();
      assertThat(signIn(newcomer(), elsewhere)).as(elsewhere).isEqualTo("/");
    }
  }

  @Test
  void a_cookie_alone_changes_nothing() {
    signIn(newcomer(), "/");
    var body = "{\"name\":\"by session\"}";
    browser()
        .body(body)
        .post("/api/v1/tenants")
        .then()
        .statusCode(403)
        .body("code", equalTo("csrf_token"));
    var mine = csrf();
    browser()
        .header("X-CSRF-Token", mine + "x")
        .body(body)
        .post("/api/v1/tenants")
        .then()
        .statusCode(403);
    browser()
        .header("X-CSRF-Token", mine)
        .body(body)
        .post("/api/v1/tenants")
        .then()
        .statusCode(201);
    // another session's is no good
    jar.clear();
    signIn(newcomer(), "/");
    assertThat(csrf()).isNotEqualTo(mine);
    browser()
        .header("X-CSRF-Token", mine)
        .body(body)
        .post("/api/v1/tenants")
        .then()
        .statusCode(403)
        .body("code", equalTo("csrf_token"));
  }

  @Test
  void a_forged_or_spoiled_cookie_is_nobody() {
    signIn(newcomer(), "/");
    jar.replaceAll(
        (name, cookie) -> new Cookie.Builder(name, cookie.getValue().substring(3) + "abc").build());
    browser().get("/api/v1/me").then().statusCode(401).body("code", equalTo("unauthenticated"));
    given()
        .cookie("q_session_sessions", "x")
        .get("/api/v1/me")
        .then()
        .statusCode(401)
        .body("code", equalTo("unauthenticated"));
  }

  @Test
  void another_site_s_link_signs_nobody_out() {
    signIn(newcomer(), "/");
    browser()
        .header("Sec-Fetch-Site", "cross-site")
        .redirects()
        .follow(false)
        .get("/auth/logout")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/"));
    browser().get("/api/v1/me").then().statusCode(200);
  }

  @Test
  void signing_out_ends_the_session() {
    signIn(newcomer(), "/");
    var before = Map.copyOf(jar);
    var out = browser().redirects().follow(false).get("/auth/logout");
    assertThat(out.header("Location")).startsWith(ISSUER.url() + "/logout");
    keep(out);
    browser().get("/api/v1/me").then().statusCode(401);
    assertThat(before).isNotEmpty();
  }

  @Test
  void a_provider_that_is_down_is_told_of_and_api_keys_go_on() {
    ISSUER.down(true);
    await().atMost(Duration.ofSeconds(10)).until(() -> !state().equals("ready"));
    // who wants to sign in is sent to the page that says what is wrong
    for (var way : new String[] {"/auth/login?next=/team", "/auth/register"}) {
      given()
          .redirects()
          .follow(false)
          .get(way)
          .then()
          .statusCode(303)
          .header("Location", endsWith("/"));
    }
    given()
        .get("/api/v1/sign-in")
        .then()
        .statusCode(200)
        .body("state", in(new String[] {"unavailable", "starting"}));
    Callers.owner().request().get("/api/v1/me").then().statusCode(200);
  }

  private static String state() {
    return given().get("/api/v1/sign-in").path("state");
  }

  /** Goes where it is sent, until it is back for good; answers where. */
  private String signIn(User user, String next) {
    ISSUER.next(user);
    var answer = browser().redirects().follow(false).queryParam("next", next).get("/auth/login");
    for (int hop = 0; hop < 6; hop++) {
      keep(answer);
      var to = answer.header("Location");
      assertThat(to).as("status %d", answer.statusCode()).isNotNull();
      if (answer.statusCode() == 303 && !to.contains("/auth/session")) {
        return to.replaceFirst("^http://[^/]+", "");
      }
      answer = browser().redirects().follow(false).urlEncodingEnabled(false).get(to);
    }
    throw new AssertionError("sent around in circles");
  }

  private RequestSpecification browser() {
    var request = given().contentType(ContentType.JSON);
    jar.values().forEach(request::cookie);
    return request;
  }

  private String csrf() {
    return browser().get("/api/v1/me").then().statusCode(200).extract().path("csrf_token");
  }

  private void keep(Response answer) {
    answer
        .detailedCookies()
        .forEach(
            cookie -> {
              if (cookie.getMaxAge() == 0) {
                jar.remove(cookie.getName());
              } else {
                jar.put(cookie.getName(), cookie);
              }
            });
  }
}
