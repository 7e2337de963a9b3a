package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.local.Bootstrap;
import io.ganglion.local.LocalPostgres;
import io.ganglion.local.RolePasswords;
import io.ganglion.testing.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk under PostgreSQL is full while runs are in flight: requests are refused with a problem,
 * and once there is room, and the server is up again, all goes on as if nothing had been.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
@Tag("long")
class FullDiskFaultTest {
  private static final int RUNS = 30;
  private static final int SIZE_MB = 400;
  private static final Duration READY_AGAIN = Duration.ofSeconds(60);

  @Test
  void a_full_disk_loses_nothing_acknowledged(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(
        run(
            "mount",
            "-t",
            "tmpfs",
            "-o",
            "mode=755,size=" + SIZE_MB + "m",
            "full",
            folder.toString()),
        "needs a disk that can be filled: run as root, on Linux");
    try {
      fill(folder);
    } finally {
      run("umount", "-l", folder.toString());
    }
  }

  private static void fill(Path folder) throws Exception {
    var random = Seed.random("full disk");
    var home = folder.resolve("postgres");
    var postgres = LocalPostgres.start(home, Stack.freePort());
    var password = Stack.PASSWORD;
    Bootstrap.run(postgres.superuserUrl(), new RolePasswords(password, password, password));
    var superuser = postgres.superuserUrl();
    var database = Map.of("GANGLION_DB_URL", postgres.jdbcUrl());
    int front = Stack.freePort();
    try (var api = BackendProcess.start("api,lab", front, front, database).ready();
        var storm = new Storm(api, random, () -> Stack.asSuperuser(superuser));
        var worker = BackendProcess.start("worker", Stack.freePort(), front, database).ready()) {
      storm.start(RUNS);
      var ballast = folder.resolve("ballast");
      takeAll(ballast);
      refused(api);
      Files.delete(ballast);
      postgres = LocalPostgres.start(home, postgres.port()); // it may have given up
      api.ready(READY_AGAIN);
      worker.ready(READY_AGAIN);
      storm.start(RUNS);
      storm.verdict();
    } finally {
      postgres.killHard();
    }
  }

  private static void takeAll(Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      var block = new byte[64 * 1024];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(Files.size(file)).isPositive();
    }
  }

  /** Writes until the server can't take more; what is refused is a problem, and says no secret. */
  private static void refused(BackendProcess api) throws Exception {
    var client = HttpClient.newHttpClient();
    var body = Json.object().put("name", "x".repeat(60));
    for (int i = 0; i < 5_000; i++) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(api.url() + "/api/v1/tenants"))
                  .header("Content-Type", "application/json")
                  .header("Authorization", "Bearer " + Stack.OPERATOR_TOKEN)
                  .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                  .timeout(Duration.ofSeconds(60))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 500) {
        System.out.println("a full disk: " + answer.body());
        assertThat(answer.headers().firstValue("Content-Type"))
            .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).doesNotContain("Exception", "at io.ganglion", "No space");
        return;
      }
      assertThat(answer.statusCode()).isEqualTo(201);
    }
    throw new AssertionError("the disk never was full");
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
