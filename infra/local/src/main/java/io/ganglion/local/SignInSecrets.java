package io.ganglion.local;

/**
 * What sign-in needs to be secret.
 *
 * @param session encrypts session cookies
 * @param client of the dashboard's client at Keycloak
 * @param admin of the backend's own client there
 * @param database of Keycloak's role
 * @param console of Keycloak's administrator {@code admin}
 * @param demo password of the demo user
 */
public record SignInSecrets(
    String session, String client, String admin, String database, String console, String demo) {
  @Override
  public String toString() {
    return "SignInSecrets[hidden]";
  }
}
