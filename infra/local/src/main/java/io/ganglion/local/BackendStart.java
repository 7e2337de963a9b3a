package io.ganglion.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Starts the backend on its database and Redis, and awaits it. It migrates the database by itself
 * before it is ready.
 *
 * @param dir the clone's folder
 * @param build the packaged program
 * @param people empty: nobody signs in
 * @param postgres a server on which {@link Bootstrap} has run with {@code secrets}
 */
record BackendStart(
    StackDir dir,
    Build build,
    LocalPostgres postgres,
    LocalRedis redis,
    Secrets secrets,
    Optional<People> people) {
  /** A first start migrates too, and the machine may be busy with other things. */
  private static final Duration READY = Duration.ofMinutes(3);

  private static final int TAIL_LINES = 25;

  /**
   * @throws StackFailure when it dies or is not ready in time; the message has the end of its log
   */
  Backend run(int port) {
    var log = dir.backendLog();
    long before = log.size();
    var launch = new Launch(Trees.makePrivate(dir.backend()), command(), environment(port), log);
    var backend = new Backend(dir.backend(), launch.start(port, settings()));
    Patience.until(READY, () -> !backend.process().alive() || backend.ready());
    if (backend.process().alive() && backend.ready()) {
      return backend;
    }
    String what =
        backend.process().alive() ? "was not ready within 3 minutes" : "ended while it started";
    backend.stop();
    String tail = String.join("\n", log.tail(TAIL_LINES, before));
    throw new StackFailure(
        "the backend %s; the end of %s:\n%s%s".formatted(what, log.path(), tail, hint(tail)));
  }

  /** Which build it is and what it was told; another one has to be started anew. */
  String settings() {
    return build.id() + people.map(People::settings).orElse("");
  }

  private static String hint(String log) {
    return log.contains("FlywayValidateException")
        ? "\n"
            + "The migrations have changed since this data was made: ./ganglion up --fresh starts"
            + " over"
        : "";
  }

  private List<String> command() {
    Path jar = build.backendJar();
    if (!Files.exists(jar)) {
      throw new StackFailure(jar + " is missing: the build did not make it");
    }
    return BackendCommand.of(jar, "-XX:AOTCache=" + BackendCommand.cache(jar));
  }

  private Map<String, String> environment(int port) {
    var all = new TreeMap<>(people.map(it -> it.environment(secrets, port)).orElse(Map.of()));
    all.putAll(own(port));
    if (Files.isDirectory(build.dashboard())) {
      all.put("GANGLION_WEB_DIST", build.dashboard().toString());
    }
    return all;
  }

  private Map<String, String> own(int port) {
    return Map.ofEntries(
        Map.entry("QUARKUS_PROFILE", "local"),
        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
        Map.entry("GANGLION_DB_URL", postgres.jdbcUrl()),
        Map.entry("GANGLION_DB_OWNER_PASSWORD", secrets.roles().owner()),
        Map.entry("GANGLION_DB_APP_PASSWORD", secrets.roles().app()),
        Map.entry("GANGLION_DB_ENGINE_PASSWORD", secrets.roles().engine()),
        Map.entry("GANGLION_REDIS_URL", redis.url()),
        Map.entry("GANGLION_VAULT_KEYSET", dir.masterKeyset().toString()),
        Map.entry("GANGLION_OPERATOR_TOKEN", secrets.operatorToken()),
        Map.entry("GANGLION_ROLES", "api,worker,sealer,webhook,lab"),
        Map.entry("GANGLION_LAB_URL", "http://127.0.0.1:" + port + "/lab"),
        Map.entry("GANGLION_EGRESS_ALLOW", "127.0.0.0/8,::1/128"));
  }
}
