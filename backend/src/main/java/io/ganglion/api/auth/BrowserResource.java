package io.ganglion.api.auth;

import io.ganglion.api.Public;
import io.ganglion.kernel.TenantId;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the browser goes to sign in; it comes back with a session cookie. */
@Path("/auth")
@RunOnVirtualThread
public class BrowserResource {
  /** A path of ours: no other host, no scheme, nothing that a browser would read as one. */
  private static final Pattern LOCAL =
      Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,500}");

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ProviderState provider;
  private final SignIn signIn;
  private final OidcSession session;

  BrowserResource(ProviderState provider, SignIn signIn, OidcSession session) {
    this.provider = provider;
    this.signIn = signIn;
    this.session = session;
  }

  @GET
  @Path("/register")
  @Public("goes to the provider's page")
  @Operation(hidden = true)
  public Response register(@QueryParam("next") @DefaultValue("/") String next) {
    return begin(next, Map.of("prompt", "create"));
  }

  /**
   * The landing page says what is wrong, where the provider would not.
   *
   * @param provider a tenant whose identity provider is to be asked at once
   */
  @GET
  @Path("/login")
  @Public("goes to the provider's page")
  @Operation(hidden = true)
  public Response login(
      @QueryParam("next") @DefaultValue("/") String next,
      @QueryParam("provider") @DefaultValue("") String provider) {
    return begin(
        next,
        TenantId.read(provider)
            .map(tenant -> Map.of("kc_idp_hint", tenant.toString()))
            .orElse(Map.of()));
  }

  /**
   * For who signed in by another way than their organization wants: ends our session, and has the
   * provider ask them anew, at their organization.
   */
  @GET
  @Path("/organization")
  @Authenticated
  @Public("leads to another way of signing in")
  @Operation(hidden = true)
  public Response organization(@QueryParam("next") @DefaultValue("/") String next) {
    var organization = signIn.organization();
    if (organization.isEmpty()) {
      return away(URI.create(local(next)));
    }
    session.logout().await().atMost(PATIENCE);
    return begin(next, Map.of("prompt", "login", "kc_idp_hint", organization.get().toString()));
  }

  /** Reached by those alone who have signed in; the others are sent to the provider first. */
  @GET
  @Path("/session")
  @Authenticated
  @Public("the code flow proves who comes")
  @Operation(hidden = true)
  public Response session(@QueryParam("next") @DefaultValue("/") String next) {
    return away(URI.create(local(next)));
  }

  private Response begin(String next, Map<String, String> parameters) {
    if (!provider.ready()) {
      return away(URI.create("/"));
    }
    var session = UriBuilder.fromPath("/auth/session").queryParam("next", "{next}");
    parameters.forEach(session::queryParam);
    return away(session.build(local(next)));
  }

  /** The library takes the code here, and sends the browser on to where it signed in. */
  @GET
  @Path("/callback")
  @Authenticated
  @Public("the code flow proves who comes")
  @Operation(hidden = true)
  public Response callback() {
    return away(URI.create("/"));
  }

  /** The library ends the session here, and sends the browser to the provider to end its own. */
  @GET
  @Path("/logout")
  @Authenticated
  @Public("ends the session of whoever comes")
  @Operation(hidden = true)
  public Response logout() {
    return away(URI.create("/"));
  }

  private static String local(String next) {
    return LOCAL.matcher(next).matches() ? next : "/";
  }

  private static Response away(URI to) {
    return Response.status(Response.Status.SEE_OTHER)
        .header("Location", to.toString())
        .header("Cache-Control", "no-store")
        .build();
  }
}
