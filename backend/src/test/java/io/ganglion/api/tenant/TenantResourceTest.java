package io.ganglion.api.tenant;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.ganglion.testing.Callers;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class TenantResourceTest {

  @Nested
  class Answers201 {
    @Test
    void the_operator_creates_a_tenant_with_a_key_that_works() {
      var made =
          given()
              .auth()
              .oauth2(Stack.OPERATOR_TOKEN)
              .contentType(ContentType.JSON)
              .body("{\"name\":\"Acme\"}")
              .post("/api/v1/tenants")
              .then()
              .statusCode(201)
              .body("id", startsWith("ten_"))
              .body("name", equalTo("Acme"))
              .body(
                  "created_at",
                  matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
              .body("api_key.id", startsWith("key_"))
              .body("api_key.secret", startsWith("gk_live_"))
              .extract()
              .jsonPath();

      Callers.as(made.getString("api_key.secret"))
          .get("/api/v1/me")
          .then()
          .statusCode(200)
          .body("tenant", equalTo(made.getString("id")))
          .body("tenant_name", equalTo("Acme"))
          .body("actor", equalTo(made.getString("api_key.id")))
          .body("scopes", hasItem("*"));
    }
  }

  @Nested
  class Answers200 {
    @Test
    void a_tenant_renames_itself_and_its_entity_tag_moves() {
      var owner = Callers.owner();
      var tag =
          owner.request().get("/api/v1/tenant").then().statusCode(200).extract().header("ETag");
      owner
          .request()
          .header("If-Match", tag)
          .body("{\"name\":\"Renamed\"}")
          .patch("/api/v1/tenant")
          .then()
          .statusCode(200)
          .header("ETag", org.hamcrest.Matchers.not(tag))
          .body("name", equalTo("Renamed"))
          .body("id", equalTo(owner.tenant()));
    }
  }

  @Nested
  class Answers400 {
    @Test
    void a_tenant_needs_a_name() {
      given()
          .auth()
          .oauth2(Stack.OPERATOR_TOKEN)
          .contentType(ContentType.JSON)
          .body("{\"name\":\" \"}")
          .post("/api/v1/tenants")
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("code", equalTo("invalid_request"))
          .body("errors[0].pointer", equalTo("/name"));
    }
  }

  @Nested
  class Answers401 {
    @Test
    void the_operator_s_token_is_no_api_key() {
      Callers.as(Stack.OPERATOR_TOKEN).get("/api/v1/tenant").then().statusCode(401);
    }
  }

  @Nested
  class Answers403 {
    @Test
    void an_api_key_is_not_the_operator_s_token() {
      Callers.owner()
          .request()
          .body("{\"name\":\"Acme\"}")
          .post("/api/v1/tenants")
          .then()
          .statusCode(403)
          .body("code", equalTo("person_only"));
    }

    @Test
    void a_key_without_the_scope_is_told_which_one() {
      var owner = Callers.owner();
      Callers.as(Callers.keyWith(owner, "runs:read"))
          .get("/api/v1/tenant")
          .then()
          .statusCode(403)
          .body("code", equalTo("forbidden"))
          .body("detail", org.hamcrest.Matchers.containsString("tenant:read"));
    }
  }

  @Nested
  class Answers412 {
    @Test
    void a_rename_of_what_has_changed_meanwhile_is_refused() {
      var owner = Callers.owner();
      owner
          .request()
          .header("If-Match", "\"99\"")
          .body("{\"name\":\"Renamed\"}")
          .patch("/api/v1/tenant")
          .then()
          .statusCode(412)
          .body("code", equalTo("version_mismatch"));
      owner.request().get("/api/v1/tenant").then().body("name", equalTo("a tenant"));
    }
  }
}
