package io.ganglion.api;

import static io.restassured.RestAssured.given;

import io.ganglion.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told how the process does. */
@Tag("it")
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OperatorDoorTest {
  @ParameterizedTest
  @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/metrics"})
  void who_asks_directly_is_answered(String path) {
    given().get(path).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/metrics",
        "/q/health",
        "/%71/metrics",
        "/api/../q/metrics",
        "//q/metrics",
        "/q"
      })
  void what_came_by_a_proxy_finds_nothing(String path) {
    given()
        .urlEncodingEnabled(false)
        .header("X-Forwarded-For", "203.0.113.7")
        .get(path)
        .then()
        .statusCode(404);
    given()
        .urlEncodingEnabled(false)
        .header("Forwarded", "for=203.0.113.7")
        .get(path)
        .then()
        .statusCode(404);
  }

  @Test
  void other_addresses_are_for_everybody() {
    given()
        .header("X-Forwarded-For", "203.0.113.7")
        .get("/api/openapi.json")
        .then()
        .statusCode(200);
  }
}
