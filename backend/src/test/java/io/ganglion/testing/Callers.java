package io.ganglion.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** Callers of the API, each of a tenant of its own. */
public final class Callers {
  private Callers() {}

  /** A tenant that was just created, and the key that may do everything in it. */
  public record Owner(String tenant, String keyId, String key) {
    /** A JSON request of this owner. */
    public RequestSpecification request() {
      return as(key);
    }

    /** The identifier of a workflow that it stores. */
    public String workflow(String yaml) {
      return request()
          .contentType("application/yaml")
          .body(yaml.getBytes(StandardCharsets.UTF_8))
          .post("/api/v1/workflows")
          .then()
          .statusCode(201)
          .extract()
          .path("id");
    }

    /** The identifier of a run that it starts. */
    public String run(String body) {
      return request().body(body).post("/api/v1/runs").then().statusCode(202).extract().path("id");
    }
  }

  public static Owner owner() {
    var made =
        given()
            .auth()
            .oauth2(Stack.OPERATOR_TOKEN)
            .contentType(ContentType.JSON)
            .body("{\"name\":\"a tenant\"}")
            .post("/api/v1/tenants")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    return new Owner(
        made.getString("id"), made.getString("api_key.id"), made.getString("api_key.secret"));
  }

  /** A JSON request with that key. */
  public static RequestSpecification as(String key) {
    return given().auth().oauth2(key).contentType(ContentType.JSON);
  }

  /** A key of the owner's tenant that may do only this. */
  public static String keyWith(Owner owner, String scope) {
    return owner
        .request()
        .body("{\"name\":\"narrow\",\"scopes\":[\"%s\"]}".formatted(scope))
        .post("/api/v1/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .path("secret");
  }
}
