package io.ganglion.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings Keycloak up behind the newcomer's back: a process of its own prepares and starts it, so
 * that `up` may return.
 *
 * @param dir the clone's folder
 */
record SignIn(StackDir dir) {
  private static final Duration TERM = Duration.ofSeconds(10);
  private static final Duration KILL = Duration.ofSeconds(5);

  /**
   * How far it is.
   *
   * @param state preparing, starting, ready or failed
   */
  record Progress(String state, String detail) {}

  /** Begins, unless it is under way or done. */
  void begin(Build build, SignInPlan plan) {
    SignInPlan.file(dir).writeJson(plan);
    if (helper().isPresent()) {
      return;
    }
    tell(new Progress("preparing", ""));
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dganglion.root=" + dir.root(),
            "-Dganglion.build=" + build.folder(),
            "-jar",
            build.launcherJar().toString(),
            "sign-in");
    new Launch(Trees.makePrivate(dir.signIn()), command, Map.of(), dir.log("sign-in"))
        .start(0, build.id());
  }

  /** Begins again where Keycloak has died since. */
  void resume(Build build) {
    if (!runs()) {
      SignInPlan.file(dir).readJson(SignInPlan.class).ifPresent(plan -> begin(build, plan));
    }
  }

  /** In the process of its own. */
  void run() {
    try {
      var plan =
          SignInPlan.file(dir)
              .readJson(SignInPlan.class)
              .orElseThrow(() -> new StackFailure("start this by ./ganglion up"));
      var secrets = Secrets.in(dir.secrets());
      var program = KeycloakProgram.of(dir.root());
      if (!program.prepared()) {
        tell(new Progress("preparing", "fetching and building Keycloak, once; some minutes"));
        program.prepare(dir.log("keycloak-build"));
      }
      tell(new Progress("starting", "about a minute the first time, then some seconds"));
      var postgres =
          LocalPostgres.find(dir.postgres())
              .orElseThrow(() -> new StackFailure("PostgreSQL does not run"));
      var server = new KeycloakStart(dir, program, plan, secrets).run(postgres);
      var admin = new KeycloakAdmin(server, secrets.signIn().console());
      admin.settle(plan);
      admin.user(SignInPlan.DEMO_USER, secrets.signIn().demo());
      tell(new Progress("ready", server.url()));
    } catch (StackFailure | java.io.UncheckedIOException e) {
      tell(new Progress("failed", String.valueOf(e.getMessage())));
      throw e;
    }
  }

  /** How far it is; empty: nobody asked for it. */
  Optional<Progress> progress() {
    var told = new PrivateFile(dir.signIn().resolve("progress.json")).readJson(Progress.class);
    if (told.isEmpty() || told.get().state().equals("failed")) {
      return told;
    }
    if (LocalKeycloak.find(dir.keycloak()).filter(LocalKeycloak::ready).isPresent()) {
      return told.filter(it -> it.state().equals("ready")).or(() -> told);
    }
    return helper().isPresent()
        ? told
        : Optional.of(new Progress("failed", "it ended; see " + dir.log("sign-in").path()));
  }

  /** Ends what prepares, and Keycloak. */
  void stop() {
    helper()
        .ifPresent(
            child -> {
              if (!child.process().end("TERM", TERM)) {
                child.process().end("KILL", KILL);
              }
            });
    ChildRecord.forget(dir.signIn());
    LocalKeycloak.find(dir.keycloak()).ifPresent(LocalKeycloak::stop);
    new PrivateFile(dir.signIn().resolve("progress.json")).delete();
  }

  boolean runs() {
    return helper().isPresent() || LocalKeycloak.find(dir.keycloak()).isPresent();
  }

  private Optional<ChildRecord> helper() {
    return ChildRecord.running(dir.signIn());
  }

  private void tell(Progress progress) {
    new PrivateFile(Trees.makePrivate(dir.signIn()).resolve("progress.json")).writeJson(progress);
  }
}
