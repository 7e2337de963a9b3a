package io.ganglion.connector;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a person lets us act in their account at a platform: the authorization code flow (RFC 6749),
 * as the platform has it. In the laboratory the same paths are below its own address.
 *
 * @param authorize where the person is sent
 * @param token where a code is exchanged for a token
 * @param exchange where a short-lived token is exchanged for a long-lived one
 * @param separator between scopes
 * @param pkce whether a code is bound to who asked for it (RFC 7636, S256)
 * @param proof how the app proves that it is the app
 * @param member of the credentials, which the access token becomes
 */
public record OAuth(
    URI authorize,
    URI token,
    Optional<Exchange> exchange,
    List<String> scopes,
    String separator,
    boolean pkce,
    Proof proof,
    String member,
    Refresh refresh) {
  public OAuth {
    scopes = List.copyOf(scopes);
  }

  /** How an app proves that it is the app. */
  public enum Proof {
    /** In the header {@code Authorization}, as RFC 6749 wants it. */
    BASIC,
    /** As members of the form. */
    BODY
  }

  /**
   * A question with the token itself and a type of grant of the platform's own.
   *
   * @param grant the {@code grant_type}
   */
  public record Exchange(URI at, String grant) {}

  /**
   * How the next token is got.
   *
   * @param by what is shown for it
   * @param margin so long before its end a token is refreshed, or a tenth of its life if that is
   *     less
   * @param refusals words of errors by which the platform says that the person has to be asked
   *     again
   */
  public record Refresh(By by, Exchange exchange, Duration margin, Set<String> refusals) {
    public Refresh {
      refusals = Set.copyOf(refusals);
    }
  }

  /** What is shown for the next token. */
  public enum By {
    /** A refresh token, which each refresh may replace; a platform may give none. */
    REFRESH_TOKEN,
    /** The access token, while it is valid. */
    ACCESS_TOKEN
  }
}
