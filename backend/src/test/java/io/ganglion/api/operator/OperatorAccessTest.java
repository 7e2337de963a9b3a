package io.ganglion.api.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.OidcIssuer;
import io.ganglion.testing.SignedInPeople;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is an operator. */
@QuarkusTest
@Tag("it")
class OperatorAccessTest {
  private static final String TENANTS = "/api/v1/operator/tenants?limit=1";

  @Test
  void the_operator_s_token_is_let_in() {
    Operators.byToken().get(TENANTS).then().statusCode(200);
  }

  @Test
  void somebody_with_the_operator_s_role_is_let_in_and_told_so() {
    var user = SignedInPeople.newcomer();
    Operators.byRole(user, "other", Operators.ROLE).get(TENANTS).then().statusCode(200);
    Operators.byRole(user, Operators.ROLE)
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .body("operator", equalTo(true));
  }

  @Test
  void an_owner_of_a_tenant_is_no_operator() {
    var user = SignedInPeople.newcomer();
    SignedInPeople.tenantOf(user);
    Operators.byRole(user, "ganglion", "owner", "operator")
        .get(TENANTS)
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
    SignedInPeople.as(user).get(TENANTS).then().statusCode(403);
    SignedInPeople.as(user).get("/api/v1/me").then().body("operator", equalTo(false));
  }

  @Test
  void a_key_that_may_do_everything_in_its_tenant_is_no_operator_s() {
    Callers.owner().request().get(TENANTS).then().statusCode(401);
  }

  @Test
  void a_role_that_a_tenant_s_own_provider_vouches_for_is_none() {
    var claims =
        Operators.claims(SignedInPeople.newcomer(), Operators.ROLE)
            .claim("identity_provider", TenantId.next().toString());
    var status =
        Operators.with(OidcIssuer.shared().sign(claims)).get(TENANTS).then().extract().statusCode();
    assertThat(status).isEqualTo(403);
  }

  @Test
  void a_claim_of_another_shape_is_no_role() {
    var claims =
        OidcIssuer.shared()
            .claims(SignedInPeople.newcomer())
            .audience("ganglion-api")
            .expiresIn(java.time.Duration.ofMinutes(5))
            .claim("realm_access", Operators.ROLE);
    Operators.with(OidcIssuer.shared().sign(claims)).get(TENANTS).then().statusCode(403);
  }
}
