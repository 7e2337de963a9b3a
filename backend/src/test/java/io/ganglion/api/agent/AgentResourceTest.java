package io.ganglion.api.agent;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.testing.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a change makes of an agent. */
@QuarkusTest
@Tag("it")
class AgentResourceTest {
  private static final String AGENTS = "/api/v1/agents";

  private Callers.Owner owner;
  private String agent = "";

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
    agent =
        create(
            """
            {"name":"hand","connections":["main"],
             "policy":{"irreversible":"deny","actions":["x.me"],"approvers":["admin"]}}
            """);
  }

  private String create(String body) {
    return owner.request().body(body).post(AGENTS).then().statusCode(201).extract().path("id");
  }

  private ValidatableResponse change(String body) {
    return owner.request().body(body).patch(AGENTS + "/" + agent).then();
  }

  @Nested
  class Status_200 {
    @Test
    void what_is_left_out_of_a_policy_stays() {
      change("{\"policy\":{\"approvers\":[\"owner\"]}}")
          .statusCode(200)
          .body("policy.irreversible", equalTo("deny"))
          .body("policy.actions", equalTo(List.of("x.me")))
          .body("policy.approvers", equalTo(List.of("owner")));
      change("{\"policy\":{\"irreversible\":\"approve\"}}")
          .statusCode(200)
          .body("policy.irreversible", equalTo("approve"))
          .body("policy.actions", equalTo(List.of("x.me")))
          .body("policy.approvers", equalTo(List.of("owner")));
      change("{\"policy\":{\"actions\":[\"x.*\"]}}")
          .statusCode(200)
          .body("policy.irreversible", equalTo("approve"))
          .body("policy.actions", equalTo(List.of("x.*")))
          .body("policy.approvers", equalTo(List.of("owner")));
    }

    @Test
    void a_change_of_nothing_changes_nothing() {
      for (var body : List.of("{}", "{\"policy\":{}}", "{\"policy\":null}")) {
        change(body)
            .statusCode(200)
            .body("name", equalTo("hand"))
            .body("connections", equalTo(List.of("main")))
            .body("policy.irreversible", equalTo("deny"))
            .body("policy.actions", equalTo(List.of("x.me")))
            .body("policy.approvers", equalTo(List.of("admin")));
      }
    }

    @Test
    void null_is_the_default_of_a_policy_s_member() {
      change("{\"policy\":{\"actions\":null}}")
          .statusCode(200)
          .body("policy.irreversible", equalTo("deny"))
          .body("policy.actions", nullValue())
          .body("policy.approvers", equalTo(List.of("admin")));
      change("{\"policy\":{\"irreversible\":null,\"approvers\":null}}")
          .statusCode(200)
          .body("policy.irreversible", equalTo("approve"))
          .body("policy.approvers", empty());
    }

    @Test
    void a_new_one_has_the_defaults() {
      var made = create("{\"name\":\"new\",\"policy\":{\"approvers\":[\"owner\"]}}");
      owner
          .request()
          .get(AGENTS + "/" + made)
          .then()
          .statusCode(200)
          .body("policy.irreversible", equalTo("approve"))
          .body("policy.actions", nullValue())
          .body("policy.approvers", equalTo(List.of("owner")));
    }
  }

  @Nested
  class Status_400 {
    @Test
    void what_no_policy_may_hold_is_refused_by_its_place() {
      change("{\"policy\":{\"irreversible\":\"never\"}}")
          .statusCode(400)
          .body("errors.pointer", hasItem("/policy/irreversible"));
      change("{\"policy\":{\"actions\":[\"x.*\",\"x y\"]}}")
          .statusCode(400)
          .body("errors.pointer", hasItem("/policy/actions/1"));
      change("{\"policy\":{\"approvers\":[\"nobody\"]}}")
          .statusCode(400)
          .body("errors.pointer", hasItem("/policy/approvers"));
      change("{}").statusCode(200).body("policy.actions", equalTo(List.of("x.me")));
    }
  }
}
