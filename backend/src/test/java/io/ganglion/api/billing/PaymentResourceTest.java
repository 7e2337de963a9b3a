package io.ganglion.api.billing;

import static org.hamcrest.Matchers.equalTo;

import io.ganglion.testing.Callers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the operator has no payment provider; {@code StripeTest} has the other case. */
@QuarkusTest
@Tag("it")
class PaymentResourceTest {
  @Nested
  class Answers409 {
    @Test
    void who_can_t_be_paid_online_says_how_to_pay() {
      var owner = Callers.owner();
      for (var page : List.of("checkout", "portal")) {
        owner
            .request()
            .post("/api/v1/billing/" + page)
            .then()
            .statusCode(409)
            .body("code", equalTo("payment_by_hand"));
      }
      owner
          .request()
          .header("Stripe-Signature", "t=1,v1=aa")
          .body("{}")
          .post("/in/stripe")
          .then()
          .statusCode(409)
          .body("code", equalTo("payment_by_hand"));
    }
  }
}
