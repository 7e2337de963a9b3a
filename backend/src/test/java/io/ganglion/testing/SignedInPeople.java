package io.ganglion.testing;

import static io.restassured.RestAssured.given;

import io.ganglion.testing.OidcIssuer.User;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** People with accounts at the provider, and what they do first. */
public final class SignedInPeople {
  private SignedInPeople() {}

  /** Somebody nobody has seen before. */
  public static User newcomer() {
    return User.of("u" + UUID.randomUUID() + "@example.com");
  }

  /** A JSON request with an access token of theirs. */
  public static RequestSpecification as(User user) {
    return given().auth().oauth2(OidcIssuer.shared().token(user)).contentType(ContentType.JSON);
  }

  /** A request of theirs in that tenant. */
  public static RequestSpecification in(String tenant, User user) {
    return as(user).header("Ganglion-Tenant", tenant);
  }

  /** A new tenant of theirs. */
  public static String tenantOf(User user) {
    return as(user)
        .body("{\"name\":\"Ann's\"}")
        .post("/api/v1/tenants")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Invites them. */
  public static String invite(String tenant, User by, User invited, String role) {
    return in(tenant, by)
        .body("{\"email\":\"%s\",\"role\":\"%s\"}".formatted(invited.email(), role))
        .post("/api/v1/invitations")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A newcomer who was invited and has joined. */
  public static User member(String tenant, User by, String role) {
    var user = newcomer();
    var invitation = invite(tenant, by, user, role);
    as(user).post("/api/v1/me/invitations/{id}/accept", invitation).then().statusCode(200);
    return user;
  }

  /** How the API names them. */
  public static String idOf(User user) {
    return as(user).get("/api/v1/me").then().statusCode(200).extract().path("person.id");
  }
}
