package io.ganglion.isolation;

import static io.ganglion.testing.SignedInPeople.as;
import static io.ganglion.testing.SignedInPeople.idOf;
import static io.ganglion.testing.SignedInPeople.in;
import static io.ganglion.testing.SignedInPeople.invite;
import static io.ganglion.testing.SignedInPeople.member;
import static io.ganglion.testing.SignedInPeople.newcomer;
import static io.ganglion.testing.SignedInPeople.tenantOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.ganglion.testing.Callers;
import io.ganglion.testing.OidcIssuer.User;
import io.ganglion.testing.Patience;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing names a person who is erased. */
@QuarkusTest
@Tag("isolation")
class PersonErasureTest {
  @Inject RedisDataSource redis;

  private static ValidatableResponse erase(User person) {
    return as(person).delete("/api/v1/me?confirm=" + person.email()).then();
  }

  /** The places that have their address, name or subject: it is in all three. */
  private Set<String> places(Everywhere everywhere, User person) throws SQLException {
    var places = new TreeSet<String>();
    everywhere
        .texts(redis)
        .forEach(
            (place, text) -> {
              if (text.contains(person.name())) {
                places.add(place);
              }
            });
    places.remove("answers"); // what they were told themselves
    return places;
  }

  @Nested
  class Answers204 {
    @Test
    void no_table_and_no_key_names_them_any_more() throws Exception {
      try (var everywhere = new Everywhere()) {
        var ann = newcomer();
        var first = tenantOf(ann);
        var second = tenantOf(ann);
        var third = tenantOf(ann);
        var bob = member(first, ann, "admin");
        var id = idOf(bob);
        var joins = invite(second, ann, bob, "viewer");
        as(bob).post("/api/v1/me/invitations/{id}/accept", joins).then().statusCode(200);
        invite(third, ann, bob, "viewer");
        in(first, bob)
            .body("{\"kinds\":{\"approvals\":[\"mail\"]}}")
            .patch("/api/v1/me/notifications")
            .then()
            .statusCode(200);
        in(first, bob)
            .body("{\"name\":\"his\",\"scopes\":[\"runs:read\"]}")
            .post("/api/v1/api-keys")
            .then()
            .statusCode(201);
        assertThat(places(everywhere, bob))
            .contains("table person", "table member", "table invitation");

        erase(bob).statusCode(204);

        Patience.await() // the errand that deletes the account names it
            .untilAsserted(() -> assertThat(places(everywhere, bob)).isEmpty());
        in(first, ann).get("/api/v1/members").then().body("data.email", contains(ann.email()));
        in(first, ann)
            .get("/api/v1/audit")
            .then()
            .body("data.action[0]", equalTo("member.erased"))
            .body("data.actor", hasItem(id));
        in(third, ann).get("/api/v1/invitations").then().body("data", empty());
      }
    }

    @Test
    void who_comes_again_belongs_to_nothing() {
      var ann = newcomer();
      var tenant = tenantOf(ann);
      var bob = member(tenant, ann, "admin");
      erase(bob).statusCode(204);
      in(tenant, bob).get("/api/v1/members").then().statusCode(404);
      as(bob).get("/api/v1/me").then().statusCode(200).body("tenants", empty());
      erase(bob).statusCode(204);
    }

    @Test
    void the_last_owner_of_a_deleted_tenant_may_go() {
      var ann = newcomer();
      in(tenantOf(ann), ann).delete("/api/v1/tenant?name=Ann's").then().statusCode(200);
      erase(ann).statusCode(204);
    }
  }

  @Nested
  class Answers400 {
    @Test
    void for_another_address_or_none() {
      var ann = newcomer();
      as(ann).get("/api/v1/me").then().statusCode(200);
      as(ann).delete("/api/v1/me").then().statusCode(400);
      as(ann)
          .delete("/api/v1/me?confirm=" + newcomer().email())
          .then()
          .statusCode(400)
          .body("detail", containsString("your own e-mail address"));
    }
  }

  @Nested
  class Answers401 {
    @Test
    void for_nobody() {
      io.restassured.RestAssured.given().delete("/api/v1/me?confirm=a").then().statusCode(401);
    }
  }

  @Nested
  class Answers403 {
    @Test
    void for_a_key() {
      Callers.owner().request().delete("/api/v1/me?confirm=a").then().statusCode(403);
    }
  }

  @Nested
  class Answers409 {
    @Test
    void for_the_last_owner_of_a_tenant_and_nothing_is_done() {
      var ann = newcomer();
      var own = tenantOf(ann);
      var bob = newcomer();
      var other = tenantOf(bob);
      var invitation = invite(other, bob, ann, "viewer");
      as(ann).post("/api/v1/me/invitations/{id}/accept", invitation).then().statusCode(200);
      erase(ann)
          .statusCode(409)
          .body("code", equalTo("last_owner"))
          .body("detail", containsString("Ann's"));
      in(other, ann).get("/api/v1/members").then().statusCode(200);
      in(own, ann).delete("/api/v1/tenant?name=Ann's").then().statusCode(200);
      erase(ann).statusCode(204);
    }
  }
}
