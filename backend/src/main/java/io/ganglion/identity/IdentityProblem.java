package io.ganglion.identity;

import io.ganglion.kernel.Problem;

/** What can be wrong with a caller's credentials. */
public final class IdentityProblem extends Problem {
  private static final long serialVersionUID = 1;

  private IdentityProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  /**
   * Nothing says which part was wrong: missing, malformed, unknown, expired and revoked are one.
   */
  public static IdentityProblem unauthenticated() {
    return new IdentityProblem(
        401,
        "unauthenticated",
        "Who are you?",
        "Send a valid API key: Authorization: Bearer gk_live_… ; it may be expired or revoked.");
  }

  public static IdentityProblem forbidden(String scope) {
    return new IdentityProblem(
        403,
        "forbidden",
        "The API key may not do this",
        "This operation needs the scope %s; use a key that has it.".formatted(scope));
  }

  static IdentityProblem elsewhere() {
    return new IdentityProblem(
        403,
        "address_not_allowed",
        "Not from here",
        "The API key may be used from the addresses it names alone, and this is none of them.");
  }

  static IdentityProblem excess(String scope) {
    return new IdentityProblem(
        403,
        "scope_excess",
        "A key can't give more than it has",
        "Your key lacks the scope %s, so it can't make a key that has it.".formatted(scope));
  }

  static IdentityProblem spent() {
    return new IdentityProblem(
        409,
        "api_key_spent",
        "This key can't be rotated",
        "It is revoked, expired or already replaced; create a new key instead.");
  }
}
