package io.ganglion.oauth;

/** What asking for a token came to. */
public sealed interface TokenAnswer {
  record Granted(Tokens tokens) implements TokenAnswer {}

  /**
   * The platform says that what was shown is worth nothing any more: the person has to be asked.
   *
   * @param reason for people; no secrets
   */
  record Refused(String reason) implements TokenAnswer {}

  /**
   * Nothing was given, and nothing is proven: no answer, an error of the platform's, an app it
   * doesn't know.
   *
   * @param reason for people; no secrets
   */
  record Failed(String reason) implements TokenAnswer {}
}
