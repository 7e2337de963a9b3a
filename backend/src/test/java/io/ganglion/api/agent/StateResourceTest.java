package io.ganglion.api.agent;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.testing.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What writes of state ask of the entry that they find, and what its history tells. */
@QuarkusTest
@Tag("it")
class StateResourceTest {
  private Callers.Owner owner;
  private String entry = "";

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
    entry =
        "/api/v1/agents/%s/state/plan"
            .formatted(
                owner
                    .request()
                    .body("{\"name\":\"hand\"}")
                    .post("/api/v1/agents")
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("id"));
  }

  private RequestSpecification matching(String header, String value) {
    return owner.request().header(header, value);
  }

  private static void changed(ValidatableResponse answer) {
    answer.statusCode(412).body("code", equalTo("version_mismatch"));
  }

  private ValidatableResponse put(String body) {
    return owner.request().body(body).put(entry).then();
  }

  @Nested
  class Status_200 {
    @Test
    void a_first_write_asks_for_no_entry() {
      matching("If-None-Match", "*")
          .body("{\"a\":1}")
          .put(entry)
          .then()
          .statusCode(200)
          .header("ETag", "\"1\"");
    }

    @Test
    void a_write_over_whatever_there_is_asks_for_an_entry() {
      put("{\"a\":1}").statusCode(200);
      matching("If-Match", "*").body("{\"a\":2}").put(entry).then().statusCode(200);
      matching("If-Match", "*")
          .body("{\"b\":3}")
          .patch(entry)
          .then()
          .statusCode(200)
          .body("value.a", equalTo(2))
          .body("value.b", equalTo(3));
      matching("If-Match", "*").delete(entry).then().statusCode(204);
      matching("If-None-Match", "*").body("4").put(entry).then().statusCode(200);
    }

    @Test
    void a_history_tells_a_deletion_from_null() {
      put("1").statusCode(200);
      put("null").statusCode(200);
      owner.request().delete(entry).then().statusCode(204);
      owner
          .request()
          .get(entry + "/history")
          .then()
          .statusCode(200)
          .body("data.version", equalTo(List.of(3, 2, 1)))
          .body("data.deleted", equalTo(List.of(true, false, false)))
          .body("data[0].value", nullValue())
          .body("data[1].value", nullValue())
          .body("data[2].value", equalTo(1))
          .body("data[0].run", nullValue())
          .body("data[0].actor", equalTo(owner.keyId()));
    }
  }

  @Nested
  class Status_400 {
    @Test
    void what_none_match_can_t_mean_is_refused_by_name() {
      matching("If-None-Match", "\"1\"")
          .body("1")
          .put(entry)
          .then()
          .statusCode(400)
          .body("errors.pointer", hasItem("/If-None-Match"));
      matching("If-None-Match", "*")
          .header("If-Match", "\"1\"")
          .body("1")
          .put(entry)
          .then()
          .statusCode(400)
          .body("errors.pointer", hasItem("/If-None-Match"));
    }
  }

  @Nested
  class Status_412 {
    @Test
    void a_first_write_is_refused_where_there_is_an_entry() {
      put("1").statusCode(200);
      changed(matching("If-None-Match", "*").body("2").put(entry).then());
      owner.request().get(entry).then().statusCode(200).body("value", equalTo(1));
    }

    @Test
    void a_write_over_whatever_there_is_is_refused_where_there_is_nothing() {
      changed(matching("If-Match", "*").body("1").put(entry).then());
      changed(matching("If-Match", "*").body("{\"a\":1}").patch(entry).then());
      changed(matching("If-Match", "*").delete(entry).then());
      owner.request().get(entry).then().statusCode(404);
      put("1").statusCode(200);
      owner.request().delete(entry).then().statusCode(204);
      changed(matching("If-Match", "*").body("2").put(entry).then());
    }
  }
}
