package io.ganglion.faults;

import io.ganglion.testing.Stack;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three workers on one database, one of them killed at random over and over. */
@Tag("faults")
@ExtendWith(NoneLeft.class)
@Tag("long")
class WorkersFaultTest {
  private static final int WORKERS = 3;
  private static final int KILLS = Integer.getInteger("ganglion.kills", 1000);
  private static final int RUNS_A_KILL = 10;

  @Test
  void a_thousand_kills_among_three_workers_lose_and_duplicate_nothing() throws Exception {
    var random = Seed.random("kill -9 of one of three × " + KILLS);
    int front = Stack.freePort();
    try (var api = BackendProcess.start("api,lab", front, front).ready();
        var storm = new Storm(api, random)) {
      var workers = new ArrayList<BackendProcess>();
      for (int w = 0; w < WORKERS; w++) {
        workers.add(BackendProcess.start("worker", Stack.freePort(), front));
      }
      for (var worker : workers) {
        worker.ready();
      }
      int struck = 0;
      for (int k = 1; k <= KILLS; k++) {
        storm.start(RUNS_A_KILL);
        struck = (struck + 1 + random.nextInt(WORKERS - 1)) % WORKERS; // who died last boots still
        workers.get(struck).ready();
        Thread.sleep(random.nextLong(20, 400)); // when in the runs' course it strikes is the point
        workers.get(struck).kill();
        workers.set(struck, BackendProcess.start("worker", Stack.freePort(), front));
        if (k % 100 == 0) {
          System.out.printf("%s: %d workers killed%n", Instant.now(), k);
        }
      }
      storm.verdict();
      for (var worker : workers) {
        worker.close();
      }
    }
  }
}
