package io.ganglion.faults;

import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** The packaged backend as a process of its own, on the test stack's database. */
final class BackendProcess implements AutoCloseable {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final int LAST_LINES = 15;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Set<BackendProcess> RUNNING = ConcurrentHashMap.newKeySet();
  private final Process process;
  private final int port;
  private final Path log;

  private BackendProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts one; does not wait until it is ready.
   *
   * @param roles as in {@code GANGLION_ROLES}
   * @param lab port of the process that serves the laboratory
   */
  static BackendProcess start(String roles, int port, int lab) throws IOException {
    return start(roles, port, lab, Map.of());
  }

  /**
   * @param settings environment variables instead of those of the test stack
   */
  static BackendProcess start(String roles, int port, int lab, Map<String, String> settings)
      throws IOException {
    return start(JAR, roles, port, lab, settings);
  }

  /**
   * @param jar of another build
   */
  static BackendProcess start(
      Path jar, String roles, int port, int lab, Map<String, String> settings) throws IOException {
    var log = Files.createTempFile("backend-" + roles.replace(',', '-'), ".log");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            List.of(
                java,
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:AOTCache=" + jar.resolveSibling("app.aot"),
                "-jar",
                jar.toString()));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.directory(new File("").getAbsoluteFile());
    var env = builder.environment();
    env.put("QUARKUS_PROFILE", "local");
    env.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    env.put("GANGLION_DB_URL", Stack.databaseUrl());
    env.put("GANGLION_DB_OWNER_PASSWORD", Stack.PASSWORD);
    env.put("GANGLION_DB_APP_PASSWORD", Stack.PASSWORD);
    env.put("GANGLION_DB_ENGINE_PASSWORD", Stack.PASSWORD);
    env.put("GANGLION_REDIS_URL", Stack.redisUrl());
    env.put("GANGLION_VAULT_KEYSET", Stack.keyset());
    env.put("GANGLION_OPERATOR_TOKEN", Stack.OPERATOR_TOKEN);
    env.put("GANGLION_ROLES", roles);
    env.put("GANGLION_CAPACITY_DEFAULT_K", "1000000");
    env.put("GANGLION_LAB_URL", "http://127.0.0.1:%d/lab".formatted(lab));
    env.put("GANGLION_EGRESS_ALLOW", "127.0.0.0/8,::1/128");
    env.putAll(settings);
    var started = new BackendProcess(builder.start(), port, log);
    RUNNING.add(started);
    return started;
  }

  int port() {
    return port;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  BackendProcess ready() {
    return ready(Duration.ofSeconds(90));
  }

  /** Returns once it is ready; fails when that takes longer. */
  BackendProcess ready(Duration atMost) {
    try {
      Patience.await("the backend is ready")
          .atMost(atMost)
          .pollInterval(Duration.ofMillis(100))
          .ignoreExceptions()
          .failFast("the backend died", () -> !process.isAlive())
          .until(this::isReady);
      return this;
    } catch (ConditionTimeoutException | TerminalFailureException e) {
      throw new AssertionError(e.getMessage() + "; its log %s ends:%n%s".formatted(log, end()), e);
    }
  }

  /** Whether it says that it is ready; not if it says nothing. */
  boolean isReady() throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private String end() {
    try (var lines = Files.lines(log)) {
      var all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - LAST_LINES), all.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Stops it where it stands, as a long pause of its machine would. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on. */
  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  /** Asks it to stop in good order; returns when it is gone. */
  void terminate() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  private void signal(String name) throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("can't send %s to process %d".formatted(name, process.pid()));
    }
  }

  /** kill -9; returns when it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
    RUNNING.remove(this);
  }

  /** kill -9 of all that were started and not killed yet. */
  static void killAll() throws InterruptedException {
    for (var left : RUNNING) {
      left.kill();
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
