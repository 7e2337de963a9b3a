package io.ganglion.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * {@code Training APP}: starts the packaged backend in the folder APP once, on a PostgreSQL and a
 * Redis of its own, has it run a workflow, and keeps in {@code app.aot} the classes that it has
 * loaded and linked and what it learned of its methods (JEP 483, 514, 515). A start with that file
 * takes half as long.
 */
public final class Training {
  private static final Duration READY = Duration.ofSeconds(120);
  private static final Duration ENDED = Duration.ofSeconds(60);

  /** It writes the file when it ends. */
  private static final Duration WRITTEN = Duration.ofMinutes(3);

  private static final String OPERATOR_TOKEN = "operator-token-of-the-training";
  private static final RolePasswords PASSWORDS = new RolePasswords("owner", "app", "engine");

  private static final String WORKFLOW =
      """
      document: {dsl: '1.0.3', namespace: training, name: first, version: '1.0.0'}
      do:
        - note: {call: ganglion.record, with: {value: '${ {n: 1} }'}}
        - pause: {wait: PT0.1S}
        - done: {set: {ok: true}}
      """;

  private final Path jar;
  private final Path home;

  private Training(Path app, Path home) {
    this.jar = app.resolve("quarkus-run.jar");
    this.home = home;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var home = Files.createTempDirectory("ganglion-training");
    try {
      new Training(Path.of(arguments[0]).toAbsolutePath(), home).run();
    } finally {
      Trees.delete(home);
    }
  }

  private void run() throws IOException, InterruptedException {
    try (var postgres = LocalPostgres.start(home.resolve("postgres"), 0);
        var redis = LocalRedis.start(home.resolve("redis"), 0)) {
      Bootstrap.run(postgres.superuserUrl(), PASSWORDS);
      var made = home.resolve("made.aot");
      var url = "http://127.0.0.1:" + Ports.free();
      var backend = start(url, postgres, redis, made);
      try {
        work(backend, url);
        backend.destroy();
        if (!backend.waitFor(WRITTEN.toSeconds(), TimeUnit.SECONDS) || !Files.exists(made)) {
          throw new StackFailure("the backend ended without a cache of its classes");
        }
      } finally {
        backend.destroyForcibly();
      }
      Files.copy(made, BackendCommand.cache(jar), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Process start(String url, LocalPostgres postgres, LocalRedis redis, Path made)
      throws IOException {
    var port = url.substring(url.lastIndexOf(':') + 1);
    var builder = new ProcessBuilder(BackendCommand.of(jar, "-XX:AOTCacheOutput=" + made));
    builder
        .environment()
        .putAll(
            Map.ofEntries(
                Map.entry("QUARKUS_PROFILE", "local"),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", port),
                Map.entry("GANGLION_DB_URL", postgres.jdbcUrl()),
                Map.entry("GANGLION_DB_OWNER_PASSWORD", PASSWORDS.owner()),
                Map.entry("GANGLION_DB_APP_PASSWORD", PASSWORDS.app()),
                Map.entry("GANGLION_DB_ENGINE_PASSWORD", PASSWORDS.engine()),
                Map.entry("GANGLION_REDIS_URL", redis.url()),
                Map.entry("GANGLION_VAULT_KEYSET", home.resolve("keyset.json").toString()),
                Map.entry("GANGLION_OPERATOR_TOKEN", OPERATOR_TOKEN),
                Map.entry("GANGLION_ROLES", "api,worker,sealer,lab"),
                Map.entry("GANGLION_LAB_URL", url + "/lab")));
    return builder.inheritIO().start(); // into the launcher's log
  }

  private static void work(Process backend, String url) {
    var ready = url + "/q/health/ready";
    if (!Patience.until(READY, () -> !backend.isAlive() || Http.serves(ready))
        || !backend.isAlive()) {
      throw new StackFailure("the backend was not ready within " + READY);
    }
    var operator = ApiClient.of(url, OPERATOR_TOKEN);
    var tenant = operator.post("/tenants", Map.of("name", "training"), key());
    var customer = operator.with(tenant.path("api_key").path("secret").asText());
    var workflow = customer.postYaml("/workflows", WORKFLOW).path("id").asText();
    var run = customer.post("/runs", Map.of("workflow", workflow), key()).path("id").asText();
    if (!Patience.until(
        ENDED, () -> customer.get("/runs/" + run).path("state").asText().equals("SUCCEEDED"))) {
      throw new StackFailure("the workflow did not succeed within " + ENDED);
    }
    customer.get("/runs/" + run + "/receipt");
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
