package io.ganglion.local;

/**
 * The addresses of sign-in, settled before anything of it runs: the backend is told them at its
 * start, and Keycloak comes up later.
 *
 * @param keycloakPort where Keycloak is or will be
 * @param smtpPort where mails are taken
 * @param backendPort where the dashboard is
 */
record SignInPlan(int keycloakPort, int smtpPort, int backendPort) {
  static final String FROM = "ganglion@localhost";
  static final String DEMO_USER = "demo@example.com";

  static PrivateFile file(StackDir dir) {
    return new PrivateFile(Trees.makePrivate(dir.signIn()).resolve("plan.json"));
  }

  /** Keycloak's port of before, if it is Keycloak's still or free. */
  static int keycloakPort(StackDir dir) {
    var running = LocalKeycloak.find(dir.keycloak());
    if (running.isPresent()) {
      return running.get().port();
    }
    return file(dir)
        .readJson(SignInPlan.class)
        .map(SignInPlan::keycloakPort)
        .filter(Ports::isFree)
        .orElseGet(() -> Ports.usualOrFree(Ports.KEYCLOAK));
  }

  String publicUrl() {
    return "http://127.0.0.1:" + backendPort;
  }
}
