package io.ganglion.api.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.ganglion.testing.Callers;
import io.ganglion.testing.SignedInPeople;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Quotas so small that a test can use them up. */
@QuarkusTest
@TestProfile(LimitsTest.Small.class)
@Tag("it")
class LimitsTest {
  /** Small quotas. */
  public static final class Small implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "ganglion.limit.caller", "30",
          "ganglion.limit.tenant", "45",
          "tests.refused", "20",
          "tests.sign-ups", "3");
    }
  }

  @Test
  void a_caller_s_quota_is_told_and_kept_and_another_tenant_has_its_own() {
    var owner = Callers.owner();
    var first = owner.request().get("/api/v1/me").then().statusCode(200);
    first.header("RateLimit-Policy", equalTo("\"caller\";q=30;w=60, \"tenant\";q=45;w=60"));
    first.header("RateLimit", matchesPattern("\"caller\";r=29;t=\\d+, \"tenant\";r=44;t=\\d+"));
    refused(() -> owner.request().get("/api/v1/me").statusCode());
    var refused = owner.request().get("/api/v1/me").then().statusCode(429);
    refused
        .contentType("application/problem+json")
        .body("code", equalTo("rate_limited"))
        .header("Retry-After", matchesPattern("[1-9]\\d?"))
        .header("RateLimit", matchesPattern("\"caller\";r=0;t=\\d+"));
    Callers.owner().request().get("/api/v1/me").then().statusCode(200);
  }

  @Test
  void many_keys_of_one_tenant_share_the_tenant_s() {
    var owner = Callers.owner();
    var second = Callers.keyWith(owner, "*");
    var third = Callers.keyWith(owner, "*");
    refused(
        () -> {
          int one = Callers.as(second).get("/api/v1/me").statusCode();
          return one == 429 ? one : Callers.as(third).get("/api/v1/me").statusCode();
        });
  }

  @Test
  void guessing_credentials_bars_the_address_for_a_while() {
    for (int i = 0; i < 25; i++) {
      given().get("/api/v1/me").then().statusCode(401); // signed out: no guess
    }
    refused(() -> given().auth().oauth2("gk_live_guess").get("/api/v1/me").statusCode());
    given()
        .auth()
        .oauth2("gk_live_another")
        .get("/api/v1/me")
        .then()
        .statusCode(429)
        .body("code", equalTo("rate_limited"));
    // tests that follow come from the same address
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(30))
        .until(() -> given().get("/api/v1/sign-in").statusCode() == 200);
  }

  @Test
  void one_address_makes_so_many_tenants_and_no_more() {
    var statuses =
        IntStream.range(0, 6)
            .map(
                i ->
                    SignedInPeople.as(SignedInPeople.newcomer())
                        .body("{\"name\":\"one more\"}")
                        .post("/api/v1/tenants")
                        .statusCode())
            .boxed()
            .toList();
    assertThat(statuses).containsExactly(201, 201, 201, 429, 429, 429);
  }

  /**
   * Asks until it is too much; a slow machine gets tokens back meanwhile.
   *
   * @return how often it was asked
   */
  private static int refused(IntSupplier ask) {
    for (int times = 1; times <= 500; times++) {
      if (ask.getAsInt() == 429) {
        return times;
      }
    }
    throw new AssertionError("never too much");
  }
}
