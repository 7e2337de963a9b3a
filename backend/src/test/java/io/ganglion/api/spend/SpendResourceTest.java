package io.ganglion.api.spend;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.ganglion.testing.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class SpendResourceTest {
  private static final String SPEND = "/api/v1/spend";
  private static final String CAPPED = "sums.findAll { it.cap != null }.cap.amount_minor";

  private static ValidatableResponse cap(Callers.Owner owner, String body) {
    return owner.request().body(body).put(SPEND + "/caps").then();
  }

  private static ValidatableResponse get(Callers.Owner owner) {
    return owner.request().get(SPEND).then().statusCode(200);
  }

  @Nested
  class Answers200 {
    @Test
    void a_cap_is_set_and_null_takes_it_away() {
      var owner = Callers.owner();
      cap(owner, "{\"currency\":\"USD\",\"amount_minor\":5000}")
          .statusCode(200)
          .body(CAPPED, contains(5_000));
      get(Callers.owner()).body(CAPPED, empty());
      cap(owner, "{\"currency\":\"USD\",\"amount_minor\":null}")
          .statusCode(200)
          .body(CAPPED, empty());
    }
  }

  @Nested
  class Answers400 {
    @Test
    void an_amount_that_is_left_out_or_is_none_is_pointed_at_and_the_cap_stays() {
      var owner = Callers.owner();
      cap(owner, "{\"currency\":\"USD\",\"amount_minor\":5000}").statusCode(200);
      cap(owner, "{\"currency\":\"USD\"}")
          .statusCode(400)
          .body("code", equalTo("invalid_request"))
          .body("errors[0].pointer", equalTo("/amount_minor"))
          .body("errors[0].detail", containsString("null"));
      var vast = "1" + "0".repeat(30);
      for (var amount : List.of("-1", "1.5", "\"5000\"", "[]", "1000000000001", vast)) {
        cap(owner, "{\"currency\":\"USD\",\"amount_minor\":%s}".formatted(amount))
            .statusCode(400)
            .body("errors[0].pointer", equalTo("/amount_minor"));
      }
      get(owner).body(CAPPED, contains(5_000));
    }
  }
}
