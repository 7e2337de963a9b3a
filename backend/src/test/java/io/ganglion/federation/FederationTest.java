package io.ganglion.federation;

import static io.ganglion.testing.SignedInPeople.as;
import static io.ganglion.testing.SignedInPeople.in;
import static io.ganglion.testing.SignedInPeople.tenantOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.audit.Audit;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import io.ganglion.keycloak.KeycloakServer;
import io.ganglion.tenant.Tenants;
import io.ganglion.testing.NameServer;
import io.ganglion.testing.OidcIssuer;
import io.ganglion.testing.OidcIssuer.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A tenant brings its identity provider; a Keycloak is spoken to as it speaks. */
@QuarkusTest
@Tag("it")
class FederationTest {
  @Inject TenantTx tx;
  @Inject Tenants tenants;
  @Inject OidcDiscovery discovery;
  @Inject RelayAddress relay;
  @Inject Audit audit;
  @Inject FederationConfig config;
  @Inject Broker broker;

  private final String domain = "d%s.example".formatted(UUID.randomUUID());
  private final User ann = at(domain);
  private KeycloakServer keycloak;
  private SignInProviders providers;
  private TenantId tenant;

  @BeforeEach
  void annProvedHerDomain() throws IOException {
    keycloak = new KeycloakServer();
    providers = new SignInProviders(tx, tenants, keycloak.admin(), discovery, relay, audit, config);
    tenant = TenantId.fromString(tenantOf(ann));
    var value =
        in(tenant.toString(), ann)
            .body("{\"domain\":\"%s\"}".formatted(domain))
            .post("/api/v1/tenant/sign-in/domains")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("record_value");
    NameServer.txt("_ganglion." + domain, value);
    verify(domain).then().statusCode(200).body("verified_at", notNullValue());
  }

  @AfterEach
  void closeKeycloak() {
    keycloak.close();
  }

  @Test
  void a_provider_is_brought_tried_enforced_and_taken_away() {
    var brought =
        providers.putOidc(tenant, OidcIssuer.shared().url(), "their-client", "their-secret");
    assertThat(brought.enforced()).isFalse();
    var there = Objects.requireNonNull(keycloak.providers.get(tenant.toString()));
    assertThat(there.at("/config/clientSecret").asText()).isEqualTo("their-secret");
    assertThat(there.at("/config/authorizationUrl").asText())
        .isEqualTo(OidcIssuer.shared().url() + "/authorize");
    assertThat(keycloak.links).containsKey(tenant.toString());
    assertThat(keycloak.organizations.values())
        .anySatisfy(one -> assertThat(one.domains()).containsExactly(domain));

    assertThatThrownBy(() -> providers.enforce(tenant, true))
        .hasMessageContaining("private window");
    me(ann).then().statusCode(200); // by the platform's own sign-in
    through(ann, tenant).get("/api/v1/me").then().statusCode(200);
    assertThat(providers.find(tenant).orElseThrow().usedAt()).isPresent();

    providers.enforce(tenant, true);
    mirror();
    there = Objects.requireNonNull(keycloak.providers.get(tenant.toString()));
    assertThat(there.at("/config/kc.org.broker.redirect.mode.email-matches").asText())
        .isEqualTo("true");
    assertThat(there.at("/config/clientSecret").asText()).isEqualTo("their-secret");
    me(ann).then().statusCode(403).body("code", equalTo("organization_sign_in"));
    through(ann, tenant).get("/api/v1/me").then().statusCode(200);
    var bob = at("elsewhere.example");
    me(bob).then().statusCode(200);

    providers.remove(tenant);
    mirror();
    assertThat(keycloak.providers).isEmpty();
    me(ann).then().statusCode(200);
  }

  @Test
  void nobody_comes_by_a_tenants_provider_with_an_address_of_others() {
    providers.putOidc(tenant, OidcIssuer.shared().url(), "their-client", "their-secret");
    var victim = at("victim%s.example".formatted(UUID.randomUUID()));
    through(victim, tenant)
        .get("/api/v1/me")
        .then()
        .statusCode(403)
        .body("code", equalTo("provider_of_other_domains"));
    through(ann, TenantId.next())
        .get("/api/v1/me")
        .then()
        .statusCode(403)
        .body("code", equalTo("provider_of_other_domains"));
    assertThat(providers.find(tenant).orElseThrow().usedAt()).isEmpty();
  }

  @Test
  void a_sign_in_before_the_change_doesnt_try_the_provider() {
    providers.putOidc(tenant, OidcIssuer.shared().url(), "their-client", "their-secret");
    through(ann, tenant, Instant.now().minus(Duration.ofMinutes(5)))
        .get("/api/v1/me")
        .then()
        .statusCode(200);
    assertThat(providers.find(tenant).orElseThrow().usedAt()).isEmpty();
  }

  @Test
  void keycloak_reaches_the_provider_through_the_guard_with_its_mark_alone() {
    providers.putOidc(tenant, OidcIssuer.shared().url(), "their-client", "their-secret");
    var keys =
        Objects.requireNonNull(keycloak.providers.get(tenant.toString()))
            .at("/config/jwksUrl")
            .asText()
            .replaceFirst("^https?://[^/]+", "");
    given().get(keys).then().statusCode(200).body("keys[0].kid", equalTo("one"));
    given()
        .contentType(ContentType.URLENC)
        .body("grant_type=authorization_code&code=none")
        .post(keys.replace("/keys", "/token"))
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_grant"));
    given().get(keys.replace("/keys", "/userinfo")).then().statusCode(404); // it named none
    given().get(keys.replaceAll("/[^/]+/keys$", "/guess/keys")).then().statusCode(404);
    given().get(keys.replace(tenant.toString(), TenantId.next().toString())).then().statusCode(404);
    assertThat(providers.find(tenant).orElseThrow().toString()).doesNotContain("their-secret");
  }

  @Test
  void a_keycloak_that_fails_half_way_leaves_what_the_next_try_mends() {
    keycloak.failures.set(1);
    assertThatThrownBy(
            () -> providers.putOidc(tenant, OidcIssuer.shared().url(), "client", "secret"))
        .hasMessageContaining("Nothing was changed");
    assertThat(providers.find(tenant)).isEmpty();
    providers.putOidc(tenant, OidcIssuer.shared().url(), "client", "secret");
    providers.putSaml(tenant, SamlMetadataTest.good());
    var there = Objects.requireNonNull(keycloak.providers.get(tenant.toString()));
    assertThat(there.path("providerId").asText()).isEqualTo("saml");
    assertThat(there.at("/config/singleSignOnServiceUrl").asText())
        .isEqualTo("https://idp.acme.example/post");
    assertThat(there.path("mappers")).hasSize(11);
    mirror();
    assertThat(keycloak.providers).hasSize(1);
  }

  @Test
  void one_that_a_mirror_takes_away_while_it_is_made_is_made_again() {
    keycloak.takenAway.set(1);
    providers.putSaml(tenant, SamlMetadataTest.good());
    var there = Objects.requireNonNull(keycloak.providers.get(tenant.toString()));
    assertThat(there.path("mappers")).hasSize(11);
    assertThat(keycloak.links).containsKey(tenant.toString());
  }

  @Test
  void a_provider_that_is_none_is_refused() {
    assertThatThrownBy(
            () -> providers.putOidc(tenant, OidcIssuer.shared().url() + "/", "client", "secret"))
        .hasMessageContaining("letter by letter");
    assertThatThrownBy(
            () -> providers.putOidc(tenant, OidcIssuer.shared().url() + "/x", "client", "secret"))
        .hasMessageContaining("404");
    assertThatThrownBy(
            () -> providers.putOidc(tenant, "http://169.254.169.254/latest", "client", "secret"))
        .hasMessageContaining("off limits");
    assertThatThrownBy(() -> providers.putOidc(tenant, "file:///etc/passwd", "client", "secret"))
        .hasMessageContaining("https address");
    assertThat(keycloak.providers).isEmpty();
  }

  @Test
  void a_domain_is_one_tenants() {
    var eve = at("eve%s.example".formatted(UUID.randomUUID()));
    var other = tenantOf(eve);
    var value =
        in(other, eve)
            .body("{\"domain\":\"%s\"}".formatted(domain))
            .post("/api/v1/tenant/sign-in/domains")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("record_value");
    in(other, eve)
        .post("/api/v1/tenant/sign-in/domains/{domain}/verification", domain)
        .then()
        .statusCode(409)
        .body("code", equalTo("domain_unverified"));
    NameServer.txt("_ganglion." + domain, value);
    in(other, eve)
        .post("/api/v1/tenant/sign-in/domains/{domain}/verification", domain)
        .then()
        .statusCode(409)
        .body("code", equalTo("domain_taken"));
  }

  @Test
  void the_api_tells_how_people_sign_in() {
    in(tenant.toString(), ann)
        .get("/api/v1/tenant/sign-in")
        .then()
        .statusCode(200)
        .body("domains[0].domain", equalTo(domain))
        .body("provider", nullValue())
        .body("redirect_uri", nullValue()); // no Keycloak is configured in this process
    in(tenant.toString(), ann)
        .body(
            "{\"kind\":\"oidc\",\"issuer\":\"https://a.example\",\"client_id\":\"a\",\"client_secret\":\"b\"}")
        .put("/api/v1/tenant/sign-in/provider")
        .then()
        .statusCode(409)
        .body("code", equalTo("sign_in_unmanaged"));
    for (var body :
        new String[] {"{\"kind\":\"ldap\"}", "{\"kind\":\"oidc\"}", "{\"kind\":\"saml\"}"}) {
      in(tenant.toString(), ann)
          .body(body)
          .put("/api/v1/tenant/sign-in/provider")
          .then()
          .statusCode(400);
    }
    in(tenant.toString(), ann)
        .body("{\"enforced\":true}")
        .patch("/api/v1/tenant/sign-in/provider")
        .then()
        .statusCode(404);
    in(tenant.toString(), ann).delete("/api/v1/tenant/sign-in/provider").then().statusCode(404);
    in(tenant.toString(), ann)
        .delete("/api/v1/tenant/sign-in/domains/{domain}", domain)
        .then()
        .statusCode(204);
    verify(domain).then().statusCode(404);
    in(tenant.toString(), ann)
        .body("{\"domain\":\"not a domain\"}")
        .post("/api/v1/tenant/sign-in/domains")
        .then()
        .statusCode(400);
  }

  @Test
  void an_owner_alone_changes_it() {
    var admin = io.ganglion.testing.SignedInPeople.member(tenant.toString(), ann, "admin");
    in(tenant.toString(), admin).get("/api/v1/tenant/sign-in").then().statusCode(200);
    in(tenant.toString(), admin)
        .body("{\"domain\":\"example.org\"}")
        .post("/api/v1/tenant/sign-in/domains")
        .then()
        .statusCode(403);
  }

  private void mirror() {
    try (var open = keycloak.admin().open().orElseThrow()) {
      broker.mirror(open, tenant, "Ann's");
    }
  }

  private io.restassured.response.Response verify(String name) {
    return in(tenant.toString(), ann)
        .post("/api/v1/tenant/sign-in/domains/{domain}/verification", name);
  }

  private static io.restassured.response.Response me(User user) {
    return as(user).get("/api/v1/me");
  }

  private static RequestSpecification through(User user, TenantId provider) {
    return through(user, provider, Instant.now().plusSeconds(1));
  }

  /** With a token as Keycloak gives it to who signed in by that tenant's provider. */
  private static RequestSpecification through(User user, TenantId provider, Instant at) {
    var issuer = OidcIssuer.shared();
    return given()
        .contentType(ContentType.JSON)
        .auth()
        .oauth2(
            issuer.sign(
                issuer
                    .claims(user)
                    .audience("ganglion-api")
                    .claim("identity_provider", provider.toString())
                    .claim("auth_time", at.getEpochSecond())
                    .expiresIn(Duration.ofMinutes(5))));
  }

  private static User at(String domain) {
    return User.of("u%s@%s".formatted(UUID.randomUUID(), domain));
  }
}
