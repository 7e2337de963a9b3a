package io.ganglion.faults;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A rolling restart: both processes are replaced by others of the same release. */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class RollingRestartFaultTest {
  @Test
  void two_processes_are_replaced_under_a_thousand_runs_and_nobody_notices() throws Exception {
    Rollout.Start start = (port, lab) -> BackendProcess.start("api,worker", port, lab);
    Rollout.replace(start, start, Seed.random("two SIGTERM under a thousand runs"));
  }
}
