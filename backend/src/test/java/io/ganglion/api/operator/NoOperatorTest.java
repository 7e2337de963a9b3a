package io.ganglion.api.operator;

import static org.hamcrest.Matchers.equalTo;

import io.ganglion.testing.SignedInPeople;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An installation that names no operator. */
@QuarkusTest
@TestProfile(NoOperatorTest.Nobody.class)
@Tag("it")
class NoOperatorTest {
  /** Neither a token nor a role. */
  public static final class Nobody implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ganglion.operator.token", "", "ganglion.operator.role", "");
    }
  }

  @Test
  void has_no_operations_of_an_operator() {
    var user = SignedInPeople.newcomer();
    for (var path : new String[] {"/tenants", "/health", "/incidents"}) {
      Operators.byToken()
          .get("/api/v1/operator" + path)
          .then()
          .statusCode(404)
          .body("code", equalTo("not_found"));
      Operators.byRole(user, Operators.ROLE).get("/api/v1/operator" + path).then().statusCode(404);
    }
    Operators.byRole(user, Operators.ROLE)
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .body("operator", equalTo(false));
  }

  @Test
  void tells_everybody_how_it_does_all_the_same() {
    io.restassured.RestAssured.given().get("/api/v1/status").then().statusCode(200);
  }
}
