package io.ganglion.connection;

import io.ganglion.connector.Query;
import io.ganglion.oauth.App;
import io.ganglion.oauth.Flow;
import io.ganglion.oauth.Pkce;
import java.net.URI;

/**
 * The page of a platform where people let us act in their accounts.
 *
 * @param redirect where it sends them back to
 */
record ConsentPage(Flow flow, URI redirect) {
  /** Its address for one person; whoever opens it decides. */
  URI url(App app, StateToken state, String verifier) {
    var query =
        Query.of("response_type", "code")
            .and("client_id", app.id())
            .and("redirect_uri", redirect.toString())
            .and("scope", String.join(flow.declared().separator(), flow.declared().scopes()))
            .and("state", state.text());
    if (flow.declared().pkce()) {
      query =
          query
              .and("code_challenge", Pkce.challenge(verifier))
              .and("code_challenge_method", "S256");
    }
    return URI.create(flow.at(flow.declared().authorize()) + "?" + query.text());
  }

  /** A platform that says who it is (RFC 9207) has to be the one that was asked. */
  boolean isOf(String issuer) {
    try {
      var asked = flow.at(flow.declared().authorize());
      var said = URI.create(issuer);
      return asked.getAuthority().equals(said.getAuthority())
          && asked.getScheme().equals(said.getScheme());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
