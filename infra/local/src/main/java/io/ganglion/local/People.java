package io.ganglion.local;

import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the backend needs so that people sign in and get mails.
 *
 * @param keycloakPort where Keycloak is or will be
 */
record People(StackDir dir, int keycloakPort, LocalMail mail) {
  /** The realm's role of those who may see the operator's pages; nobody has it at first. */
  static final String OPERATOR_ROLE = "ganglion-operator";

  static People in(StackDir dir, LocalMail mail) {
    return new People(dir, SignInPlan.keycloakPort(dir), mail);
  }

  /** Tells one stack's settings from another's. */
  String settings() {
    return " keycloak %d mail %d".formatted(keycloakPort, mail.port());
  }

  Map<String, String> environment(Secrets secrets, int backendPort) {
    var all =
        new TreeMap<>(
            Map.of(
                "GANGLION_OIDC_URL", LocalKeycloak.realmUrl(keycloakPort),
                "GANGLION_OIDC_CLIENT", "ganglion-web",
                "GANGLION_OIDC_SECRET", secrets.signIn().client(),
                "GANGLION_OIDC_ADMIN_URL", LocalKeycloak.adminUrl(keycloakPort),
                "GANGLION_OIDC_ADMIN_CLIENT", "ganglion-backend",
                "GANGLION_OIDC_ADMIN_SECRET", secrets.signIn().admin(),
                "GANGLION_SESSION_SECRET", secrets.signIn().session(),
                "GANGLION_MAIL_HOST", "127.0.0.1",
                "GANGLION_MAIL_PORT", String.valueOf(mail.port()),
                "GANGLION_MAIL_FROM", SignInPlan.FROM));
    all.put("GANGLION_PUBLIC_URL", plan(backendPort).publicUrl());
    all.put("GANGLION_OPERATOR_ROLE", OPERATOR_ROLE);
    var pages = dir.root().resolve("web-ui").resolve("dist");
    if (Files.isDirectory(pages)) {
      all.put("GANGLION_WEB_DIST", pages.toString());
    }
    return all;
  }

  SignInPlan plan(int backendPort) {
    return new SignInPlan(keycloakPort, mail.port(), backendPort);
  }
}
