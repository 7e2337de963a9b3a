package io.ganglion.faults;

import io.ganglion.testing.Stack;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A worker stands still past its lease (SIGSTOP), another rescues its runs, and then it goes on:
 * its writes are fenced and nothing is sent twice.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class PauseFaultTest {
  private static final int RUNS_A_PAUSE = 20;

  /** The lease and what a rescuer needs to notice. */
  private static final Duration PAST_THE_LEASE = Duration.ofMillis(7500);

  @Test
  void ten_pauses_past_the_lease_duplicate_nothing() throws Exception {
    pause(10);
  }

  @Test
  @Tag("long")
  void a_hundred_pauses_past_the_lease_duplicate_nothing() throws Exception {
    pause(100);
  }

  private static void pause(int pauses) throws Exception {
    var random = Seed.random("SIGSTOP × " + pauses);
    int front = Stack.freePort();
    try (var api = BackendProcess.start("api,lab", front, front).ready();
        var storm = new Storm(api, random);
        var one = BackendProcess.start("worker", Stack.freePort(), front).ready();
        var other = BackendProcess.start("worker", Stack.freePort(), front).ready()) {
      for (int p = 0; p < pauses; p++) {
        var paused = p % 2 == 0 ? one : other;
        storm.start(RUNS_A_PAUSE);
        Thread.sleep(random.nextLong(0, 200)); // when in the runs' course it strikes is the point
        paused.pause();
        Thread.sleep(PAST_THE_LEASE);
        paused.resume();
      }
      storm.verdict();
    }
  }
}
