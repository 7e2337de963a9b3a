package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Starts Keycloak over a database of the local PostgreSQL, with our realm and theme, and awaits it.
 *
 * @param dir the clone's folder
 * @param program prepared
 * @param plan the addresses the backend was told
 */
record KeycloakStart(StackDir dir, KeycloakProgram program, SignInPlan plan, Secrets secrets) {
  private static final Duration READY = Duration.ofMinutes(10);
  private static final int TAIL_LINES = 20;

  /**
   * Adopts the one that runs with the same settings.
   *
   * @throws StackFailure when it ends or is not ready within 10 minutes
   */
  LocalKeycloak run(LocalPostgres postgres) {
    var running = LocalKeycloak.find(dir.keycloak());
    if (running.isPresent()) {
      if (running.get().settings().equals(settings(postgres)) && running.get().ready()) {
        return running.get();
      }
      running.get().stop();
    }
    KeycloakDatabase.make(postgres.superuserUrl(), secrets.signIn().database());
    var home = home();
    var log = dir.log("keycloak");
    long before = log.size();
    var launch = new Launch(home, command(home, postgres), environment(), log);
    var server = new LocalKeycloak(home, launch.start(plan.keycloakPort(), settings(postgres)));
    Patience.until(READY, () -> !server.process().alive() || server.ready());
    if (server.process().alive() && server.ready()) {
      return server;
    }
    server.stop();
    throw new StackFailure(
        "Keycloak did not start; the end of %s:\n%s"
            .formatted(log.path(), String.join("\n", log.tail(TAIL_LINES, before))));
  }

  private String settings(LocalPostgres postgres) {
    return "%s on %d".formatted(KeycloakProgram.VERSION, postgres.port());
  }

  /** A folder of its own beside the program's: what it writes is this clone's. */
  private Path home() {
    var home = Trees.makePrivate(dir.keycloak());
    var ours = dir.root().resolve("infra").resolve("keycloak");
    try {
      var lib = home.resolve("lib");
      Files.deleteIfExists(lib);
      Files.createSymbolicLink(lib, program.folder().resolve("lib"));
      copy(program.folder().resolve("conf"), home.resolve("conf"));
      copy(ours.resolve("themes").resolve("ganglion"), home.resolve("themes").resolve("ganglion"));
      copy(ours.resolve("realm"), home.resolve("data").resolve("import"));
      Files.createDirectories(home.resolve("providers"));
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("can't prepare " + home, e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Trees.delete(to);
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private List<String> command(Path home, LocalPostgres postgres) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        // as its own script has it: without these its worker threads die, with requests on them
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.security=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dkc.home.dir=" + home,
        "-Djboss.server.config.dir=" + home.resolve("conf"),
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-Dpicocli.disable.closures=true",
        "-cp",
        home.resolve("lib").resolve("quarkus-run.jar").toString(),
        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
        "start",
        "--optimized",
        "--import-realm",
        "--cache=local", // it is alone: as one of a cluster it would listen on every network
        "--http-enabled=true",
        "--http-host=127.0.0.1",
        "--http-port=" + plan.keycloakPort(),
        "--http-management-port=" + Ports.usualOrFree(Ports.KEYCLOAK_HEALTH),
        "--hostname=" + LocalKeycloak.url(plan.keycloakPort()),
        "--db-url=jdbc:postgresql://127.0.0.1:%d/%s"
            .formatted(postgres.port(), KeycloakDatabase.NAME),
        "--db-username=" + KeycloakDatabase.NAME);
  }

  /** Passwords go by the environment: everybody on the machine can read arguments. */
  private Map<String, String> environment() {
    return Map.of(
        "KC_DB_PASSWORD", secrets.signIn().database(),
        "KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.USER,
        "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.signIn().console(),
        "GANGLION_PUBLIC_URL", plan.publicUrl(),
        "GANGLION_OIDC_SECRET", secrets.signIn().client(),
        "GANGLION_OIDC_ADMIN_SECRET", secrets.signIn().admin(),
        "GANGLION_MAIL_HOST", "127.0.0.1",
        "GANGLION_MAIL_PORT", String.valueOf(plan.smtpPort()),
        "GANGLION_MAIL_FROM", SignInPlan.FROM);
  }
}
