package io.ganglion.api.tenant;

import static io.ganglion.testing.SignedInPeople.as;
import static io.ganglion.testing.SignedInPeople.in;
import static io.ganglion.testing.SignedInPeople.member;
import static io.ganglion.testing.SignedInPeople.newcomer;
import static io.ganglion.testing.SignedInPeople.tenantOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Callers;
import io.ganglion.testing.OidcIssuer.User;
import io.ganglion.testing.Patience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class TenantDeletionTest {
  private User ann;
  private String tenant;

  @BeforeEach
  void annHasATenant() {
    ann = newcomer();
    tenant = tenantOf(ann);
  }

  private ValidatableResponse delete(User by) {
    return in(tenant, by).queryParam("name", "Ann's").delete("/api/v1/tenant").then();
  }

  @Nested
  class Answers200 {
    @Test
    void a_deleted_tenant_is_read_and_had_back() {
      var purge =
          delete(ann)
              .statusCode(200)
              .body("deleted_at", notNullValue())
              .extract()
              .<String>path("purge_at");
      assertThat(Duration.between(Instant.now(), Instant.parse(purge)).toDays()).isEqualTo(13);
      delete(ann).statusCode(200).body("purge_at", equalTo(purge)); // again: no later
      as(ann).get("/api/v1/me").then().body("tenants.purge_at", contains(purge));
      in(tenant, ann).get("/api/v1/runs").then().statusCode(200);
      in(tenant, ann)
          .post("/api/v1/tenant/restore")
          .then()
          .statusCode(200)
          .body("deleted_at", nullValue());
      in(tenant, ann)
          .body("{\"name\":\"Ann's again\"}")
          .patch("/api/v1/tenant")
          .then()
          .statusCode(200);
      in(tenant, ann)
          .get("/api/v1/audit")
          .then()
          .body(
              "data.action",
              contains(
                  "tenant.renamed",
                  "tenant.restored",
                  "tenant.deleted",
                  "member.joined",
                  "tenant.created"));
    }

    @Test
    void an_export_has_every_table_and_no_secret() {
      var owner = Callers.owner();
      var account =
          owner
              .request()
              .body("{\"platform\":\"x\"}")
              .post("/api/v1/lab/accounts")
              .then()
              .extract();
      String token = account.path("connection.credentials.access_token");
      owner
          .request()
          .body(
              java.util.Map.of(
                  "name", "x",
                  "connector", "x",
                  "environment", "lab",
                  "credentials", account.<Object>path("connection.credentials")))
          .post("/api/v1/connections")
          .then()
          .statusCode(201);
      var workflow =
          owner.workflow(
              """
              document: {dsl: '1.0.3', namespace: export, name: nul, version: '1.0.0'}
              do: [{a: {set: {text: '${ "a\\u0000b" }', number: '${ .n }'}}}]
              """);
      var run = owner.run("{\"workflow\":\"%s\",\"input\":{\"n\":1E300}}".formatted(workflow));
      Patience.await("it has ended")
          .until(
              () -> owner.request().get("/api/v1/runs/" + run).path("state"), "SUCCEEDED"::equals);
      var lines =
          owner
              .request()
              .get("/api/v1/tenant/export")
              .then()
              .statusCode(200)
              .contentType("application/jsonl")
              .extract()
              .asString();
      assertThat(lines.lines())
          .allSatisfy(line -> assertThat(line).startsWith("{\"table\":").endsWith("}"))
          .anyMatch(line -> line.contains("\"table\":\"tenant\""))
          .anyMatch(line -> line.contains("\"table\":\"connection\"") && line.contains("lab"))
          .anyMatch(line -> line.contains("\"table\":\"audit\""))
          .noneMatch(line -> line.contains("\"table\":\"tenant_data_key\""));
      assertThat(lines).doesNotContain(token, "\"credentials\"", "secret_hash", owner.key());
      var times =
          lines
              .lines()
              .map(line -> Json.read(line).at("/row/created_at"))
              .filter(JsonNode::isTextual)
              .toList();
      assertThat(times)
          .isNotEmpty()
          .allMatch(time -> time.asText().matches("[-0-9]{10}T[:0-9]{8}\\.[0-9]{3}Z"));
    }
  }

  @Nested
  class Answers400 {
    @Test
    void the_name_is_said_so_that_it_is_meant() {
      for (var wrong : new String[] {"", "ann's", "Another"}) {
        in(tenant, ann)
            .queryParam("name", wrong)
            .delete("/api/v1/tenant")
            .then()
            .statusCode(400)
            .body("errors[0].pointer", equalTo("/name"));
      }
      in(tenant, ann).delete("/api/v1/tenant").then().statusCode(400);
      in(tenant, ann).get("/api/v1/tenant").then().body("deleted_at", nullValue());
    }
  }

  @Nested
  class Answers403 {
    @Test
    void only_an_owner_deletes_restores_or_exports() {
      var admin = member(tenant, ann, "admin");
      delete(admin).statusCode(403);
      in(tenant, admin).post("/api/v1/tenant/restore").then().statusCode(403);
      in(tenant, admin).get("/api/v1/tenant/export").then().statusCode(403);
    }
  }

  @Nested
  class Answers409 {
    @Test
    void nothing_changes_in_a_deleted_tenant() {
      var owner = Callers.owner();
      var bob = member(tenant, ann, "admin");
      delete(ann).statusCode(200);
      in(tenant, bob)
          .body("{\"email\":\"new@example.com\",\"role\":\"viewer\"}")
          .post("/api/v1/invitations")
          .then()
          .statusCode(409)
          .body("code", equalTo("tenant_deleted"));
      owner
          .request()
          .queryParam("name", "a tenant")
          .delete("/api/v1/tenant")
          .then()
          .statusCode(200);
      owner
          .request()
          .body("{\"workflow\":\"a/b\"}")
          .post("/api/v1/runs")
          .then()
          .statusCode(409)
          .body("code", equalTo("tenant_deleted"));
      owner.request().get("/api/v1/runs").then().statusCode(200);
    }
  }
}
