package io.ganglion.federation;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what an OpenID Connect provider says of itself, through the guard.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect
 *     Discovery 1.0</a>
 */
@ApplicationScoped
class OidcDiscovery {
  private static final String WELL_KNOWN = "/.well-known/openid-configuration";
  private static final int LONGEST = 2000;

  private final Egress egress;
  private final FederationConfig config;

  OidcDiscovery(Egress egress, FederationConfig config) {
    this.egress = egress;
    this.config = config;
  }

  /**
   * @param authorizationUrl where the browser goes
   * @param basic whether the client's secret goes into a header; else into the form
   */
  record Endpoints(
      String authorizationUrl,
      String tokenUrl,
      String keysUrl,
      Optional<String> userinfoUrl,
      boolean basic) {}

  /**
   * @param issuer as the tenant wrote it; the provider must name itself exactly so
   * @throws FederationProblem if it can't be reached, or is none
   */
  Endpoints of(String issuer) {
    var about = read(issuer.replaceFirst("/+$", "") + WELL_KNOWN, "its description");
    if (!about.path("issuer").asText().equals(issuer)) {
      throw FederationProblem.unusable(
          "It calls itself %s; send that as the issuer, letter by letter."
              .formatted(shown(about.path("issuer").asText())));
    }
    var keys = address(about, "jwks_uri");
    if (!read(keys, "its keys (jwks_uri)").path("keys").isArray()) {
      throw FederationProblem.unusable("Its jwks_uri answers no list of keys.");
    }
    var methods = about.path("token_endpoint_auth_methods_supported");
    boolean form = methods.valueStream().anyMatch(it -> it.asText().equals("client_secret_post"));
    return new Endpoints(
        address(about, "authorization_endpoint"),
        address(about, "token_endpoint"),
        keys,
        about.has("userinfo_endpoint")
            ? Optional.of(address(about, "userinfo_endpoint"))
            : Optional.empty(),
        !form); // what a provider takes that says nothing of it
  }

  private JsonNode read(String address, String what) {
    var call =
        new HttpCall(
            "GET",
            uri(address, what),
            Map.of("Accept", List.of("application/json")),
            new byte[0],
            config.providerTimeout(),
            Origin.TENANT,
            false,
            0);
    return switch (egress.call(call)) {
      case HttpResult.Answered answer when answer.status() == 200 -> json(answer.body(), what);
      case HttpResult.Answered answer ->
          throw FederationProblem.unusable(
              "It answers %d where %s should be.".formatted(answer.status(), what));
      case HttpResult.NotSent no ->
          throw FederationProblem.unusable("%s: %s.".formatted(upper(what), no.reason()));
      case HttpResult.Lost no ->
          throw FederationProblem.unusable("%s: %s.".formatted(upper(what), no.reason()));
    };
  }

  private static JsonNode json(byte[] body, String what) {
    try {
      return Json.read(new String(body, StandardCharsets.UTF_8));
    } catch (Problem | IllegalArgumentException e) {
      throw FederationProblem.unusable("%s is no JSON.".formatted(upper(what)));
    }
  }

  private String address(JsonNode about, String name) {
    var text = about.path(name).asText();
    return uri(text, name).toString();
  }

  /** With TLS, or without it where the operator allows that. */
  private URI uri(String text, String what) {
    try {
      var uri = URI.create(text);
      var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (text.length() <= LONGEST
          && uri.getHost() != null
          && uri.getRawFragment() == null
          && (scheme.equals("https") || (config.plainHttp() && scheme.equals("http")))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw FederationProblem.unusable("%s must be an https address.".formatted(upper(what)));
  }

  private static String shown(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  private static String upper(String what) {
    return what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
  }
}
