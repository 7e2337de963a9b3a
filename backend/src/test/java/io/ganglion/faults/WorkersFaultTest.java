package io.ganglion.faults;

import io.ganglion.testing.Stack;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three workers on one database, one of them killed at random over and over. */
@Tag("faults")
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
      for (int k = 0; k < KILLS; k++) {
        storm.start(RUNS_A_KILL);
        Thread.sleep(random.nextLong(20, 400)); // when in the runs' course it strikes is the point
        int struck = random.nextInt(WORKERS);
        workers.get(struck).kill();
        workers.set(struck, BackendProcess.start("worker", Stack.freePort(), front).ready());
      }
      storm.verdict();
      for (var worker : workers) {
        worker.close();
      }
    }
  }
}
