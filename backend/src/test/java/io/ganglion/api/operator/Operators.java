package io.ganglion.api.operator;

import static io.restassured.RestAssured.given;

import io.ganglion.testing.OidcIssuer;
import io.ganglion.testing.OidcIssuer.User;
import io.ganglion.testing.Stack;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Requests of operators. */
final class Operators {
  static final String ROLE = "ganglion-operator";

  private Operators() {}

  static RequestSpecification byToken() {
    return with(Stack.OPERATOR_TOKEN);
  }

  static RequestSpecification with(String bearer) {
    return given().auth().oauth2(bearer).contentType(ContentType.JSON);
  }

  /** Somebody who has signed in with those realm roles. */
  static RequestSpecification byRole(User user, String... roles) {
    return with(OidcIssuer.shared().sign(claims(user, roles)));
  }

  static JwtClaimsBuilder claims(User user, String... roles) {
    return OidcIssuer.shared()
        .claims(user)
        .audience("ganglion-api")
        .expiresIn(Duration.ofMinutes(5))
        .claim("realm_access", Map.of("roles", List.of(roles)));
  }
}
