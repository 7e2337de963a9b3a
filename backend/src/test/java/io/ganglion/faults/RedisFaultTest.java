package io.ganglion.faults;

import io.ganglion.local.LocalRedis;
import io.ganglion.testing.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Redis dies with all it knows and comes back empty while runs are in flight: nothing is amiss. */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class RedisFaultTest {
  private static final int RUNS_A_FAULT = 20;

  @Test
  void five_losses_of_redis_change_nothing(@TempDir Path folder) throws Exception {
    lose(5, folder);
  }

  @Test
  @Tag("long")
  void fifty_losses_of_redis_change_nothing(@TempDir Path folder) throws Exception {
    lose(50, folder);
  }

  private static void lose(int times, Path folder) throws Exception {
    var random = Seed.random("loss of Redis × " + times);
    var home = folder.resolve("redis");
    var redis = LocalRedis.start(home, 0);
    int port = redis.port();
    var settings = Map.of("GANGLION_REDIS_URL", redis.url());
    int front = Stack.freePort();
    try (var api = BackendProcess.start("api,lab", front, front, settings).ready();
        var storm = new Storm(api, random);
        var worker = BackendProcess.start("worker", Stack.freePort(), front, settings).ready()) {
      for (int t = 0; t < times; t++) {
        storm.start(RUNS_A_FAULT);
        Thread.sleep(random.nextLong(0, 300)); // when in the runs' course it strikes is the point
        redis.stop();
        storm.start(RUNS_A_FAULT); // it goes on without
        forget(home);
        redis = LocalRedis.start(home, port);
      }
      storm.verdict();
    } finally {
      redis.stop();
    }
  }

  /**
   * Deletes what it wrote to its disk: append-only files and dumps, as they are named by default.
   */
  private static void forget(Path home) throws IOException {
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = file.getFileName().toString();
        if (name.startsWith("appendonly") || name.startsWith("dump")) {
          Files.delete(file);
        }
      }
    }
  }
}
