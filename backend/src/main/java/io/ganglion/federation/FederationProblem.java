package io.ganglion.federation;

import io.ganglion.kernel.Problem;

/** What can be refused of enterprise sign-in. */
public final class FederationProblem extends Problem {
  private static final long serialVersionUID = 1;

  private FederationProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static FederationProblem unmanaged() {
    return new FederationProblem(
        409,
        "sign_in_unmanaged",
        "This installation can't take your identity provider",
        "Its own identity provider is none that it administers (a Keycloak); ask the operator.");
  }

  static FederationProblem unavailable() {
    return new FederationProblem(
        503,
        "identity_provider_unavailable",
        "The platform's identity provider doesn't answer",
        "Nothing was changed; try again in some seconds.");
  }

  static FederationProblem tooManyDomains(int most) {
    return new FederationProblem(
        409,
        "too_many_domains",
        "A tenant can't have more domains",
        "Remove one of the %d first.".formatted(most));
  }

  static FederationProblem unproved(SignInDomain domain, String seen) {
    return new FederationProblem(
        409,
        "domain_unverified",
        "The proof was not found",
        "Add a TXT record %s with the value %s, and try again once your name servers answer with it (%s)."
            .formatted(domain.record(), domain.value(), seen));
  }

  static FederationProblem taken(String domain) {
    return new FederationProblem(
        409,
        "domain_taken",
        "Another tenant has this domain",
        "People of %s sign in at one place: remove it there first.".formatted(domain));
  }

  static FederationProblem domainNeeded() {
    return new FederationProblem(
        409,
        "domain_needed",
        "Which people are to sign in by it?",
        "Add and verify an e-mail domain first (POST /api/v1/tenant/sign-in/domains).");
  }

  static FederationProblem domainInUse() {
    return new FederationProblem(
        409,
        "domain_in_use",
        "The provider needs a domain",
        "It is the last verified one: remove the provider first, or verify another domain.");
  }

  static FederationProblem untried() {
    return new FederationProblem(
        409,
        "provider_untried",
        "Nobody has signed in by it yet",
        "Sign in by it once (sign_in_url, in a private window), so that nobody is locked out by a mistake.");
  }

  static FederationProblem unusable(String why) {
    return new FederationProblem(
        422, "provider_unusable", "Your identity provider can't be used like this", why);
  }

  /** Somebody came in by a tenant's provider that has no say about them. */
  static FederationProblem foreign(String email) {
    return new FederationProblem(
        403,
        "provider_of_other_domains",
        "Your identity provider doesn't speak for this address",
        "It gave %s, whose domain its tenant has not verified: sign in without it, or ask an owner of the tenant."
            .formatted(email));
  }

  /** Somebody came in by another way than their domain's tenant wants. */
  static FederationProblem elsewhere(String domain) {
    return new FederationProblem(
        403,
        "organization_sign_in",
        "Sign in by your organization",
        "People of %s sign in by their organization's identity provider: sign out, then sign in with your"
                .formatted(domain)
            + " work address.");
  }
}
