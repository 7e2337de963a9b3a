package io.ganglion.api.member;

import static io.ganglion.testing.SignedInPeople.as;
import static io.ganglion.testing.SignedInPeople.idOf;
import static io.ganglion.testing.SignedInPeople.in;
import static io.ganglion.testing.SignedInPeople.member;
import static io.ganglion.testing.SignedInPeople.newcomer;
import static io.ganglion.testing.SignedInPeople.tenantOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.ganglion.testing.Callers;
import io.ganglion.testing.OidcIssuer;
import io.ganglion.testing.OidcIssuer.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class MemberResourceTest {
  private User ann;
  private String tenant;

  @BeforeEach
  void annHasATenant() {
    ann = newcomer();
    tenant = tenantOf(ann);
  }

  @Nested
  class Answers200 {
    @Test
    void a_changed_role_counts_from_the_next_request_on() {
      var bob = member(tenant, ann, "viewer");
      as(bob).get("/api/v1/audit").then().statusCode(403);
      var tag =
          in(tenant, ann)
              .get("/api/v1/members/{id}", idOf(bob))
              .then()
              .statusCode(200)
              .extract()
              .header("ETag");
      in(tenant, ann)
          .header("If-Match", tag)
          .body("{\"role\":\"admin\"}")
          .patch("/api/v1/members/{id}", idOf(bob))
          .then()
          .statusCode(200)
          .header("ETag", not(equalTo(tag)))
          .body("role", equalTo("admin"));
      as(bob).get("/api/v1/audit").then().statusCode(200);
    }

    @Test
    void ownership_goes_to_another() {
      var bob = member(tenant, ann, "operator");
      in(tenant, ann)
          .post("/api/v1/members/{id}/transfer", idOf(bob))
          .then()
          .statusCode(200)
          .body("role", equalTo("owner"));
      as(ann).get("/api/v1/me").then().body("role", equalTo("admin"));
      as(bob).get("/api/v1/me").then().body("role", equalTo("owner"));
    }

    @Test
    void a_program_works_by_client_credentials() {
      var program = new User("service-" + UUID.randomUUID(), "", false, "ci");
      service(program, "operator").statusCode(201).body("kind", equalTo("service"));
      service(program, "viewer").statusCode(409).body("code", equalTo("already_member"));
      as(program)
          .get("/api/v1/me")
          .then()
          .statusCode(200)
          .body("kind", equalTo("service"))
          .body("tenant", equalTo(tenant))
          .body("scopes", hasItem("runs:write"));
      as(program).get("/api/v1/runs").then().statusCode(200).body("data", empty());
    }

    @Test
    void an_api_key_lists_them() {
      var owner = Callers.owner();
      owner.request().get("/api/v1/members").then().statusCode(200).body("data", empty());
    }
  }

  @Nested
  class Answers204 {
    @Test
    void who_was_taken_out_is_out_at_once() {
      var bob = member(tenant, ann, "admin");
      in(tenant, bob).get("/api/v1/runs").then().statusCode(200);
      in(tenant, ann).delete("/api/v1/members/{id}", idOf(bob)).then().statusCode(204);
      in(tenant, bob).get("/api/v1/runs").then().statusCode(404);
      as(bob).get("/api/v1/runs").then().statusCode(403).body("code", equalTo("no_tenant"));
    }

    @Test
    void whoever_wants_to_leaves() {
      var bob = member(tenant, ann, "viewer");
      in(tenant, bob).post("/api/v1/tenant/leave").then().statusCode(204);
      in(tenant, ann).get("/api/v1/members").then().body("data.email", contains(ann.email()));
    }
  }

  @Nested
  class Answers400 {
    @Test
    void roles_that_are_none_are_refused() {
      in(tenant, ann)
          .body("{\"role\":\"root\"}")
          .patch("/api/v1/members/{id}", idOf(ann))
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/role"));
    }
  }

  @Nested
  class Answers403 {
    @Test
    void an_admin_is_below_an_owner() {
      var admin = member(tenant, ann, "admin");
      in(tenant, admin).delete("/api/v1/members/{id}", idOf(ann)).then().statusCode(403);
      in(tenant, admin)
          .body("{\"role\":\"viewer\"}")
          .patch("/api/v1/members/{id}", idOf(ann))
          .then()
          .statusCode(403)
          .body("code", equalTo("role_excess"));
      in(tenant, admin)
          .body("{\"role\":\"owner\"}")
          .patch("/api/v1/members/{id}", idOf(admin))
          .then()
          .statusCode(403)
          .body("code", equalTo("role_excess"));
      in(tenant, admin).post("/api/v1/members/{id}/transfer", idOf(admin)).then().statusCode(403);
    }

    @Test
    void an_api_key_neither_leaves_nor_owns() {
      var owner = Callers.owner();
      owner
          .request()
          .post("/api/v1/tenant/leave")
          .then()
          .statusCode(403)
          .body("code", equalTo("person_only"));
    }
  }

  @Nested
  class Answers404 {
    @Test
    void another_tenant_s_members_are_nobody() {
      var eve = newcomer();
      tenantOf(eve);
      var strange = idOf(ann);
      Stream.<ValidatableResponse>of(
              as(eve).get("/api/v1/members/{id}", strange).then(),
              as(eve).delete("/api/v1/members/{id}", strange).then(),
              as(eve).post("/api/v1/members/{id}/transfer", strange).then(),
              as(eve).body("{\"role\":\"viewer\"}").patch("/api/v1/members/{id}", strange).then())
          .forEach(answer -> answer.statusCode(404).body("code", equalTo("not_found")));
    }
  }

  @Nested
  class Answers409 {
    @Test
    void the_last_owner_stays() {
      in(tenant, ann)
          .post("/api/v1/tenant/leave")
          .then()
          .statusCode(409)
          .body("code", equalTo("last_owner"));
      in(tenant, ann)
          .body("{\"role\":\"admin\"}")
          .patch("/api/v1/members/{id}", idOf(ann))
          .then()
          .statusCode(409);
      in(tenant, ann).delete("/api/v1/members/{id}", idOf(ann)).then().statusCode(409);
    }

    @Test
    void of_two_owners_who_leave_at_once_one_stays() throws Exception {
      var bob = member(tenant, ann, "owner");
      try (var threads = java.util.concurrent.Executors.newFixedThreadPool(2)) {
        var both =
            threads.invokeAll(
                Stream.of(ann, bob)
                    .<java.util.concurrent.Callable<Integer>>map(
                        user -> () -> in(tenant, user).post("/api/v1/tenant/leave").statusCode())
                    .toList());
        org.assertj.core.api.Assertions.assertThat(both)
            .extracting(java.util.concurrent.Future::get)
            .containsExactlyInAnyOrder(204, 409);
      }
    }

    @Test
    void a_program_owns_nothing() {
      var program = new User("service-" + UUID.randomUUID(), "", false, "ci");
      service(program, "owner").statusCode(409).body("code", equalTo("service_owner"));
    }

    @Test
    void a_person_is_not_put_into_a_tenant_unasked() {
      var bob = newcomer();
      as(bob).get("/api/v1/me").then().statusCode(200);
      service(bob, "viewer").statusCode(409).body("code", equalTo("person_not_service"));
    }
  }

  @Nested
  class Answers412 {
    @Test
    void a_role_is_not_changed_past_somebody_else_s_change() {
      var bob = member(tenant, ann, "viewer");
      in(tenant, ann)
          .header("If-Match", "\"7\"")
          .body("{\"role\":\"admin\"}")
          .patch("/api/v1/members/{id}", idOf(bob))
          .then()
          .statusCode(412);
    }
  }

  private ValidatableResponse service(User program, String role) {
    return in(tenant, ann)
        .body(
            "{\"kind\":\"service\",\"issuer\":\"%s\",\"subject\":\"%s\",\"name\":\"ci\",\"role\":\"%s\"}"
                .formatted(OidcIssuer.shared().url(), program.subject(), role))
        .post("/api/v1/members")
        .then();
  }
}
