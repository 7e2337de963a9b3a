package io.ganglion.faults;

import io.ganglion.testing.Stack;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * kill -9 of a process that accepts runs and takes them up in the same commit, while it does: what
 * was acknowledged is there, and what was not is started once by its repetition.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class DoorwayFaultTest {
  private static final int RUNS_A_KILL = 60;

  /** How long a request that was cut off keeps its repetitions waiting. */
  private static final Map<String, String> SOON = Map.of("GANGLION_IDEMPOTENCY_LOCK", "PT2S");

  @Test
  void five_kills_lose_and_duplicate_nothing() throws Exception {
    kill(5);
  }

  @Test
  @Tag("long")
  void fifty_kills_lose_and_duplicate_nothing() throws Exception {
    kill(50);
  }

  private static void kill(int kills) throws Exception {
    var random = Seed.random("kill -9 of a doorway × " + kills);
    int front = Stack.freePort();
    int port = Stack.freePort();
    try (var lab = BackendProcess.start("api,lab", front, front).ready();
        var storm = new Storm(lab, random)) {
      var door = door(port, front);
      for (int k = 0; k < kills; k++) {
        var through = door;
        var starting = CompletableFuture.runAsync(() -> storm.start(RUNS_A_KILL, through));
        Thread.sleep(
            random.nextLong(20, 700)); // when in the starts' course it strikes is the point
        door.kill();
        door = door(port, front);
        starting.join();
      }
      try (var last = door) {
        storm.verdict();
      }
    }
  }

  private static BackendProcess door(int port, int lab) throws IOException {
    return BackendProcess.start("api,worker", port, lab, SOON).ready();
  }
}
