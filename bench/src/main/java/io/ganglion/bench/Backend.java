package io.ganglion.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The packaged backend as a process of its own, and a customer of its API. */
final class Backend implements AutoCloseable {
  /** Of the serial collector's two generations. */
  private static final Pattern USED = Pattern.compile("(?:DefNew|Tenured) .*used (\\d+)K");

  private static final Duration READY = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ProcessBuilder program;
  private final String url;
  private volatile Process process;
  private String key = Rig.PASSWORD;

  private Backend(ProcessBuilder program, Process process, String url) {
    this.program = program;
    this.process = process;
    this.url = url;
  }

  /**
   * Starts one and signs a tenant up.
   *
   * @param settings environment variables beyond those of the rig
   */
  static Backend start(Rig rig, Path jar, Map<String, String> settings)
      throws IOException, InterruptedException {
    int port = Rig.freePort();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            List.of(
                java,
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:AOTCache=" + jar.resolveSibling("app.aot"),
                "-jar",
                jar.toString()));
    builder
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(rig.folder().resolve("backend.log").toFile()));
    var environment = builder.environment();
    environment.putAll(rig.environment());
    environment.put("QUARKUS_PROFILE", "local");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("GANGLION_ROLES", "api,worker,lab");
    environment.put("GANGLION_LAB_URL", "http://127.0.0.1:%d/lab".formatted(port));
    environment.put("GANGLION_EGRESS_ALLOW", "127.0.0.0/8,::1/128");
    environment.put("GANGLION_CAPACITY_DEFAULT_K", "1000000"); // counted, and never reached
    for (var quota : new String[] {"CALLER", "TENANT", "ADDRESS"}) { // counted, and never reached
      environment.put("GANGLION_LIMIT_" + quota, "1000000000");
    }
    environment.putAll(settings);
    var backend = new Backend(builder, builder.start(), "http://127.0.0.1:" + port);
    backend.awaitReady();
    backend.signUp();
    return backend;
  }

  private void signUp() throws IOException, InterruptedException {
    key = Rig.PASSWORD;
    key =
        post("/tenants", JSON.createObjectNode().put("name", "bench"))
            .path("api_key")
            .path("secret")
            .asText();
  }

  /** Another tenant of the same process. */
  Backend another() throws IOException, InterruptedException {
    var other = new Backend(program, process, url);
    other.signUp();
    return other;
  }

  private void awaitReady() throws IOException, InterruptedException {
    var ask = HttpRequest.newBuilder(URI.create(url + "/q/health/ready")).build();
    long end = System.nanoTime() + READY.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // it does not listen yet
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("the backend was not ready within " + READY);
  }

  long pid() {
    return process.pid();
  }

  String url() {
    return url;
  }

  /** The tenant's API key. */
  String key() {
    return key;
  }

  /** Waits until the process has ended, and starts it anew: same address, same data. */
  void revive() throws IOException, InterruptedException {
    process.waitFor();
    process = program.start();
  }

  /** Bytes of the heap that are in use after a collection. */
  double liveHeap() throws IOException, InterruptedException {
    tell("GC.run");
    var used =
        USED.matcher(tell("GC.heap_info")).results().mapToLong(it -> Long.parseLong(it.group(1)));
    return used.sum() * 1024.0;
  }

  private String tell(String command) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var asked =
        new ProcessBuilder(jcmd, Long.toString(pid()), command).redirectErrorStream(true).start();
    var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (asked.waitFor() != 0) {
      throw new IllegalStateException(answer);
    }
    return answer;
  }

  JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return send("POST", path, "application/json", JSON.writeValueAsString(body));
  }

  void patch(String path, JsonNode body) throws IOException, InterruptedException {
    var unused = send("PATCH", path, "application/json", JSON.writeValueAsString(body));
  }

  /** Stores a workflow and gives its identifier. */
  String workflow(String yaml) throws IOException, InterruptedException {
    return send("POST", "/workflows", "application/yaml", yaml).path("id").asText();
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send("GET", path, "application/json", "");
  }

  private JsonNode send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(
          "%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
    }
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }
}
