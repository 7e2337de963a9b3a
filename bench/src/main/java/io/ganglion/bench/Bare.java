package io.ganglion.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A Quarkus application that puts a row in and reads one, and does nothing else. */
final class Bare implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI rows;

  private Bare(Process process, URI rows) {
    this.process = process;
    this.rows = rows;
  }

  static Bare start(Rig rig) throws IOException, SQLException, InterruptedException {
    var login = rig.login(Rig.BASELINE);
    try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS bare (id uuid PRIMARY KEY, body json NOT NULL)");
    }
    int port = Rig.freePort();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var jar = Path.of(System.getProperty("ganglion.bare"), "quarkus-app/quarkus-run.jar");
    var builder =
        new ProcessBuilder(List.of(java, "-Xmx2g", "-XX:+UseSerialGC", "-jar", jar.toString()));
    builder.redirectErrorStream(true).redirectOutput(rig.folder().resolve("bare.log").toFile());
    var environment = builder.environment();
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", login.url());
    environment.put("QUARKUS_DATASOURCE_USERNAME", login.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", login.password());
    var bare = new Bare(builder.start(), URI.create("http://127.0.0.1:%d/rows".formatted(port)));
    bare.awaitReady();
    return bare;
  }

  private void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + READY.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        var unused = put();
        return;
      } catch (IOException e) {
        Thread.sleep(50); // it does not listen yet
      }
    }
    throw new IllegalStateException("the bare application was not ready within " + READY);
  }

  /** The new row's identifier. */
  String put() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(rows)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"workflow\":\"nothing\",\"input\":{}}"));
    return JSON.readTree(send(request)).path("id").asText();
  }

  String get(String id) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(rows + "/" + id)));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException("%d %s".formatted(answer.statusCode(), answer.body()));
    }
    return answer.body();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }
}
