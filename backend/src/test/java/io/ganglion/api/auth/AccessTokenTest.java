package io.ganglion.api.auth;

import static io.ganglion.testing.SignedInPeople.as;
import static io.ganglion.testing.SignedInPeople.newcomer;
import static io.ganglion.testing.SignedInPeople.tenantOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.ganglion.testing.Callers;
import io.ganglion.testing.OidcIssuer;
import io.ganglion.testing.OidcIssuer.User;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers that the identity provider gave an access token. */
@QuarkusTest
@Tag("it")
class AccessTokenTest {
  private static final OidcIssuer ISSUER = OidcIssuer.shared();

  @AfterEach
  void upAgain() {
    ISSUER.down(false);
  }

  @Nested
  class Answers200 {
    @Test
    void a_newcomer_belongs_to_no_tenant() {
      var ann = newcomer();
      as(ann)
          .get("/api/v1/me")
          .then()
          .statusCode(200)
          .body("kind", equalTo("person"))
          .body("actor", startsWith("per_"))
          .body("person.email", equalTo(ann.email()))
          .body("person.email_verified", equalTo(true))
          .body("tenant", nullValue())
          .body("scopes", empty())
          .body("tenants", empty())
          .body("csrf_token", nullValue());
    }

    @Test
    void a_newcomer_names_a_tenant_and_owns_it() {
      var ann = newcomer();
      var tenant = tenantOf(ann);
      as(ann)
          .get("/api/v1/me")
          .then()
          .statusCode(200)
          .body("tenant", equalTo(tenant))
          .body("role", equalTo("owner"))
          .body("scopes", hasItem("*"))
          .body("tenants.tenant", contains(tenant));
      as(ann)
          .get("/api/v1/audit")
          .then()
          .statusCode(200)
          .body("data.action", contains("member.joined", "tenant.created"));
    }

    @Test
    void naming_it_again_under_the_same_key_answers_the_same_tenant() {
      var ann = newcomer();
      var key = UUID.randomUUID().toString();
      var first = create(ann, key).then().statusCode(201).extract().<String>path("id");
      create(ann, key)
          .then()
          .statusCode(201)
          .header("Idempotent-Replayed", "true")
          .body("id", equalTo(first));
      // another person's key of the same text is another key
      create(newcomer(), key).then().statusCode(201).body("id", not(equalTo(first)));
    }

    @Test
    void of_several_tenants_one_is_named() {
      var ann = newcomer();
      var one = tenantOf(ann);
      var other = tenantOf(ann);
      as(ann).get("/api/v1/tenant").then().statusCode(400).body("code", equalTo("tenant_needed"));
      for (var tenant : new String[] {one, other}) {
        as(ann)
            .header("Ganglion-Tenant", tenant)
            .get("/api/v1/tenant")
            .then()
            .statusCode(200)
            .body("id", equalTo(tenant));
      }
      as(ann)
          .get("/api/v1/me")
          .then()
          .body("tenant", nullValue())
          .body("tenants.tenant", contains(one, other));
    }
  }

  @Nested
  class Answers400 {
    @Test
    void a_tenant_s_header_is_one_identifier() {
      var ann = newcomer();
      var tenant = tenantOf(ann);
      for (var bad : new String[] {"", "ten_", "null", tenant + "x"}) {
        as(ann)
            .header("Ganglion-Tenant", bad)
            .get("/api/v1/tenant")
            .then()
            .statusCode(400)
            .body("errors[0].pointer", equalTo("/Ganglion-Tenant"));
      }
      as(ann)
          .header("Ganglion-Tenant", tenant, tenant)
          .get("/api/v1/tenant")
          .then()
          .statusCode(400);
    }
  }

  @Nested
  class Answers401 {
    @Test
    void tokens_that_are_none_of_the_provider_s_open_nothing() {
      var ann = newcomer();
      tenantOf(ann);
      var claims = ISSUER.claims(ann).audience("ganglion-api").expiresIn(Duration.ofMinutes(5));
      var good = ISSUER.sign(claims);
      refused(
          "of another audience",
          ISSUER.sign(ISSUER.claims(ann).audience("somebody-else").expiresIn(60)));
      refused("of no audience", ISSUER.sign(ISSUER.claims(ann).expiresIn(60)));
      refused(
          "expired",
          ISSUER.sign(
              ISSUER
                  .claims(ann)
                  .audience("ganglion-api")
                  .issuedAt(Instant.now().minusSeconds(600))
                  .expiresAt(Instant.now().minusSeconds(300))));
      refused(
          "of another issuer",
          ISSUER.sign(
              ISSUER
                  .claims(ann)
                  .issuer("http://127.0.0.1:1")
                  .audience("ganglion-api")
                  .expiresIn(60)));
      refused("spoiled", good.substring(0, good.length() - 4) + "AAAA");
      refused("unsigned", good.substring(0, good.lastIndexOf('.') + 1));
      refused("no token", "x");
      refused("empty", "");
    }

    private void refused(String what, String token) {
      given()
          .header("Authorization", "Bearer " + token)
          .get("/api/v1/tenant")
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .body("code", equalTo("unauthenticated"));
    }
  }

  @Nested
  class Answers403 {
    @Test
    void somebody_without_a_tenant_is_told_how_to_get_one() {
      as(newcomer()).get("/api/v1/runs").then().statusCode(403).body("code", equalTo("no_tenant"));
    }

    @Test
    void an_address_that_is_not_verified_makes_no_tenant() {
      var ann = newcomer().unverified();
      create(ann, UUID.randomUUID().toString())
          .then()
          .statusCode(403)
          .body("code", equalTo("email_unverified"));
    }

    @Test
    void an_api_key_is_no_person() {
      Callers.owner()
          .request()
          .body("{\"name\":\"another\"}")
          .post("/api/v1/tenants")
          .then()
          .statusCode(403)
          .body("code", equalTo("person_only"));
    }
  }

  @Nested
  class Answers404 {
    @Test
    void another_s_tenant_does_not_exist() {
      var ann = newcomer();
      tenantOf(ann);
      var strange = tenantOf(newcomer());
      as(ann)
          .header("Ganglion-Tenant", strange)
          .get("/api/v1/tenant")
          .then()
          .statusCode(404)
          .body("code", equalTo("not_found"));
      var key = Callers.owner();
      key.request().header("Ganglion-Tenant", strange).get("/api/v1/tenant").then().statusCode(404);
      key.request()
          .header("Ganglion-Tenant", key.tenant())
          .get("/api/v1/tenant")
          .then()
          .statusCode(200);
    }
  }

  @Nested
  class Answers409 {
    @Test
    void nobody_owns_more_than_ten_tenants() {
      var ann = newcomer();
      for (int i = 0; i < 10; i++) {
        tenantOf(ann);
      }
      create(ann, UUID.randomUUID().toString())
          .then()
          .statusCode(409)
          .body("code", equalTo("too_many_tenants"));
    }
  }

  private static io.restassured.response.Response create(User user, String key) {
    return as(user)
        .header("Idempotency-Key", key)
        .body("{\"name\":\"Ann's\"}")
        .post("/api/v1/tenants");
  }
}
