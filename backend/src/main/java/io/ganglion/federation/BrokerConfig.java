package io.ganglion.federation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.federation.OidcDiscovery.Endpoints;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.util.List;
import java.util.Map;

/**
 * A tenant's provider as Keycloak's brokering wants it.
 *
 * @see <a href="https://www.keycloak.org/docs/latest/server_admin/#_identity_broker">Keycloak's
 *     documentation of brokering</a>
 */
final class BrokerConfig {
  private static final String CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
  private static final String REDIRECT = "kc.org.broker.redirect.mode.email-matches";

  /** Names under which SAML providers say what we want to know: plain, of claims, of LDAP. */
  private static final Map<String, List<String>> ATTRIBUTES =
      Map.of(
          "email", List.of("email", CLAIMS + "emailaddress", "urn:oid:0.9.2342.19200300.100.1.3"),
          "firstName", List.of("firstName", "givenName", CLAIMS + "givenname", "urn:oid:2.5.4.42"),
          "lastName", List.of("lastName", "surname", CLAIMS + "surname", "urn:oid:2.5.4.4"));

  private BrokerConfig() {}

  /**
   * @param relay the address that Keycloak calls instead of the tenant's
   */
  static ObjectNode oidc(
      TenantId tenant,
      String name,
      String issuer,
      String clientId,
      String clientSecret,
      Endpoints endpoints,
      String relay) {
    var provider = provider(tenant, name, "oidc");
    var config = (ObjectNode) provider.get("config");
    config.put("issuer", issuer);
    config.put("clientId", clientId).put("clientSecret", clientSecret);
    config.put(
        "clientAuthMethod", endpoints.basic() ? "client_secret_basic" : "client_secret_post");
    config.put("authorizationUrl", endpoints.authorizationUrl());
    config.put("tokenUrl", relay + "/token");
    config.put("useJwksUrl", "true").put("jwksUrl", relay + "/keys");
    if (endpoints.userinfoUrl().isPresent()) {
      config.put("userInfoUrl", relay + "/userinfo");
    } else {
      config.put("disableUserInfo", "true");
    }
    config.put("validateSignature", "true");
    config.put("pkceEnabled", "true").put("pkceMethod", "S256");
    config.put("defaultScope", "openid email profile");
    return provider;
  }

  static ObjectNode saml(TenantId tenant, String name, SamlMetadata metadata, String entityId) {
    var provider = provider(tenant, name, "saml");
    var config = (ObjectNode) provider.get("config");
    config.put("entityId", entityId).put("idpEntityId", metadata.entityId());
    config.put("singleSignOnServiceUrl", metadata.signInUrl());
    config.put("postBindingAuthnRequest", String.valueOf(metadata.post()));
    config.put("postBindingResponse", "true");
    config.put("nameIDPolicyFormat", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent");
    config.put("principalType", "SUBJECT");
    config.put("validateSignature", "true").put("wantAssertionsSigned", "true");
    config.put("signingCertificate", String.join(",", metadata.certificates()));
    return provider;
  }

  /**
   * What tells Keycloak somebody's address and name; OpenID Connect has names of its own for them.
   */
  static List<ObjectNode> samlMappers(TenantId tenant) {
    return ATTRIBUTES.entrySet().stream()
        .flatMap(one -> one.getValue().stream().map(name -> mapper(tenant, name, one.getKey())))
        .toList();
  }

  private static ObjectNode mapper(TenantId tenant, String attribute, String property) {
    var mapper =
        Json.object()
            .put("name", "%s from %s".formatted(property, attribute))
            .put("identityProviderAlias", tenant.toString())
            .put("identityProviderMapper", "saml-user-attribute-idp-mapper");
    mapper
        .putObject("config")
        .put("syncMode", "INHERIT")
        .put("attribute.name", attribute)
        .put("user.attribute", property);
    return mapper;
  }

  /** Whether Keycloak sends people of the organization's domains to it without asking. */
  static boolean redirects(ObjectNode provider) {
    return provider.path("config").path(REDIRECT).asText().equals("true");
  }

  static ObjectNode redirecting(ObjectNode provider, boolean redirects) {
    var changed = provider.deepCopy();
    changed.withObject("/config").put(REDIRECT, String.valueOf(redirects));
    return changed;
  }

  private static ObjectNode provider(TenantId tenant, String name, String protocol) {
    var provider =
        Json.object()
            .put("alias", tenant.toString())
            .put("displayName", name)
            .put("providerId", protocol)
            .put("enabled", true)
            .put("hideOnLogin", true)
            .put("storeToken", false)
            .put("linkOnly", false)
            .put("trustEmail", false) // it could name anybody's: a mail proves each address once
            .put("firstBrokerLoginFlowAlias", "first broker login");
    provider
        .putObject("config")
        .put("syncMode", "IMPORT") // an account's address never moves to another one by itself
        .put("kc.org.domain", "ANY") // each of the organization's
        .put(REDIRECT, "false");
    return provider;
  }
}
