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
        "Send a valid API key or access token (Authorization: Bearer …), or sign in; what was sent"
            + " may be expired or revoked.");
  }

  /** Whose token it is makes no difference: the operator alone is somebody there. */
  static IdentityProblem notOperator() {
    return new IdentityProblem(
        401,
        "unauthenticated",
        "This is for the installation's operator",
        "Send the operator's own token (Authorization: Bearer …), or sign in with the role of an"
            + " operator; API keys don't do.");
  }

  /** Somebody who is signed in, and nobody's operator. */
  public static IdentityProblem noOperator() {
    return new IdentityProblem(
        403,
        "forbidden",
        "This is for the installation's operator",
        "Your account has not the role of an operator; who runs the installation gives it.");
  }

  public static IdentityProblem forbidden(String scope) {
    return new IdentityProblem(
        403,
        "forbidden",
        "The API key may not do this",
        "This operation needs the scope %s; use a key that has it.".formatted(scope));
  }

  /** As {@link #forbidden}, for a person. */
  public static IdentityProblem beyondRole(String scope) {
    return new IdentityProblem(
        403,
        "forbidden",
        "Your role doesn't allow this",
        "This operation needs the scope %s; ask an owner or admin of the tenant for another role."
            .formatted(scope));
  }

  public static IdentityProblem personOnly() {
    return new IdentityProblem(
        403, "person_only", "This is for people", "An API key can't do it; sign in as a person.");
  }

  public static IdentityProblem noTenant() {
    return new IdentityProblem(
        403,
        "no_tenant",
        "You belong to no tenant yet",
        "Create a tenant (POST /api/v1/tenants) or accept an invitation; GET /api/v1/me lists"
            + " them.");
  }

  public static IdentityProblem tenantNeeded() {
    return new IdentityProblem(
        400,
        "tenant_needed",
        "Which tenant?",
        "You belong to several: name one by the header Ganglion-Tenant; GET /api/v1/me lists"
            + " them.");
  }

  public static IdentityProblem csrfToken() {
    return new IdentityProblem(
        403,
        "csrf_token",
        "The request proves not where it comes from",
        "With a session cookie, send the header X-CSRF-Token: the csrf_token of GET /api/v1/me.");
  }

  public static IdentityProblem unverified() {
    return new IdentityProblem(
        403,
        "email_unverified",
        "Your e-mail address is not verified",
        "Follow the link in the mail that the sign-in sent you, then sign in again.");
  }

  /** Nobody can be asked who a person is; API keys go on working. */
  public static IdentityProblem providerUnavailable() {
    return new IdentityProblem(
        503,
        "identity_provider_unavailable",
        "Sign-in can't be checked right now",
        "The identity provider doesn't answer; try again in some seconds. API keys go on working.");
  }

  static IdentityProblem elsewhere() {
    return new IdentityProblem(
        403,
        "address_not_allowed",
        "Not from here",
        "The API key may be used from the addresses it names alone, and this is none of them.");
  }

  /**
   * A key would give more than it has.
   *
   * @param why part of a sentence
   */
  static IdentityProblem excess(String why) {
    return new IdentityProblem(
        403, "scope_excess", "A key can't give more than it has", "Your key %s.".formatted(why));
  }

  /**
   * An API key for the laboratory is used for something else.
   *
   * @param why part of a sentence
   */
  public static IdentityProblem laboratory(String why) {
    return new IdentityProblem(
        403,
        "lab_key",
        "The key is for the laboratory alone",
        "Your API key is for the laboratory, and %s; use a live key.".formatted(why));
  }

  static IdentityProblem spent() {
    return new IdentityProblem(
        409,
        "api_key_spent",
        "This key can't be rotated",
        "It is revoked, expired or already replaced; create a new key instead.");
  }
}
