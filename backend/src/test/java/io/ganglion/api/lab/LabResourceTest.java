package io.ganglion.api.lab;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.identity.ApiKeys;
import io.ganglion.identity.Identity;
import io.ganglion.lab.LabBench;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class LabResourceTest {
  @Inject LabBench lab;
  @Inject ApiKeys keys;
  private String key = "";

  @BeforeEach
  void make_a_tenant() {
    key = key("*");
  }

  @Nested
  class Answers201 {
    @Test
    void an_account_whose_credentials_work_at_the_platform() {
      var made =
          as(key)
              .body("{\"platform\":\"x\"}")
              .post("/api/v1/lab/accounts")
              .then()
              .statusCode(201)
              .body("platform", equalTo("x"))
              .body("connection.connector", equalTo("x"))
              .body("connection.environment", equalTo("lab"))
              .extract()
              .jsonPath();
      as(made.getString("connection.credentials.access_token"))
          .header("Idempotency-Key", "the platform knows no such header")
          .body("{\"text\":\"hello\"}")
          .post("/lab/x/2/tweets")
          .then()
          .statusCode(201);

      as(key)
          .get("/api/v1/lab/journal?platform=x")
          .then()
          .statusCode(200)
          .body("data", hasSize(1))
          .body("data[0].seq", notNullValue())
          .body("data[0].platform", equalTo("x"))
          .body("data[0].account", equalTo(made.getString("account")))
          .body("data[0].kind", equalTo("post.created"))
          .body("data[0].payload.text", equalTo("hello"))
          .body("data[0].at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
          .body("next_cursor", nullValue());
    }

    @Test
    void a_fault_with_what_was_left_out_filled_in() {
      as(key)
          .body("{\"platform\":\"model\",\"kind\":\"reset_after\",\"remaining\":3}")
          .post("/api/v1/lab/faults")
          .then()
          .statusCode(201)
          .body("kind", equalTo("reset_after"))
          .body("remaining", equalTo(3))
          .body("probability", equalTo(1.0f))
          .body("path_prefix", equalTo(""))
          .body("delay_ms", equalTo(0))
          .body("struck", equalTo(0));
    }
  }

  @Nested
  class Answers200 {
    @Test
    void accounts_page_by_page() {
      for (var platform : new String[] {"x", "evm", "image"}) {
        as(key)
            .body("{\"platform\":\"%s\"}".formatted(platform))
            .post("/api/v1/lab/accounts")
            .then()
            .statusCode(201);
      }
      var cursor =
          as(key)
              .get("/api/v1/lab/accounts?limit=2")
              .then()
              .statusCode(200)
              .body("data.platform", contains("evm", "image"))
              .extract()
              .path("next_cursor");
      as(key)
          .queryParam("cursor", String.valueOf(cursor))
          .get("/api/v1/lab/accounts")
          .then()
          .statusCode(200)
          .body("data.platform", contains("x"))
          .body("next_cursor", nullValue());
    }

    @Test
    void faults_are_listed_until_they_are_cleared() {
      var id =
          as(key)
              .body("{\"platform\":\"x\",\"kind\":\"slow\",\"delay_ms\":5}")
              .post("/api/v1/lab/faults")
              .then()
              .extract()
              .path("id");
      as(key).get("/api/v1/lab/faults").then().body("data.id", contains(id));
      as(key).delete("/api/v1/lab/faults/" + id).then().statusCode(204);
      as(key).get("/api/v1/lab/faults").then().body("data", hasSize(0));
    }
  }

  @Nested
  class Answers400 {
    @Test
    void an_unknown_platform_kind_or_field_is_told_by_its_pointer() {
      as(key)
          .body("{\"platform\":\"myspace\"}")
          .post("/api/v1/lab/accounts")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/platform"));
      as(key)
          .body("{\"platform\":\"x\",\"kind\":\"explode\"}")
          .post("/api/v1/lab/faults")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/kind"));
      as(key)
          .body("{\"platform\":\"x\",\"colour\":\"red\"}")
          .post("/api/v1/lab/accounts")
          .then()
          .statusCode(400)
          .body("detail", containsString("colour"));
      as(key)
          .body("{\"platform\":\"x\",\"kind\":\"slow\",\"probability\":2}")
          .post("/api/v1/lab/faults")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/probability"));
      as(key).get("/api/v1/lab/journal?cursor=nonsense").then().statusCode(400);
    }
  }

  @Nested
  class Answers401 {
    @Test
    void nobody_gets_in_without_a_key() {
      given().get("/api/v1/lab/journal").then().statusCode(401);
    }
  }

  @Nested
  class Answers403 {
    @Test
    void reading_does_not_allow_writing() {
      as(key("lab:read"))
          .body("{\"platform\":\"x\"}")
          .post("/api/v1/lab/accounts")
          .then()
          .statusCode(403);
    }
  }

  @Nested
  class Answers404 {
    @Test
    void another_tenants_fault_is_like_none() {
      var id =
          as(key("*"))
              .body("{\"platform\":\"x\",\"kind\":\"slow\"}")
              .post("/api/v1/lab/faults")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      var other = as(key).delete("/api/v1/lab/faults/" + id).then().statusCode(404).extract();
      var none = as(key).delete("/api/v1/lab/faults/none").then().statusCode(404).extract();
      org.assertj.core.api.Assertions.assertThat(other.jsonPath().getString("detail"))
          .isEqualTo(none.jsonPath().getString("detail"));
    }

    @Test
    void a_platform_nobody_simulates() {
      given().get("/lab/myspace/home").then().statusCode(404);
    }
  }

  private String key(String scope) {
    var all = new Identity(lab.tenant(), "operator", Set.of("*"));
    return keys.create(
            all, new ApiKeys.NewKey("a key", "live", Set.of(scope), List.of(), Optional.empty()))
        .secret();
  }

  private static RequestSpecification as(String bearer) {
    return given().auth().oauth2(bearer).contentType(ContentType.JSON);
  }
}
