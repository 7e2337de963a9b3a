package io.ganglion.faults;

import io.ganglion.testing.Stack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A rolling upgrade, and the way back: the last release works on this one's schema, its runs go on
 * in this one, and this one's in the last. Expand, backfill and contract are releases of their own.
 */
@Tag("faults")
@Tag("long")
@ExtendWith(NoneLeft.class)
class UpgradeFaultTest {
  private static final String ROLES = "api,worker";

  @Test
  void the_last_release_works_on_this_schema_and_is_replaced_under_a_thousand_runs()
      throws Exception {
    var previous = PreviousRelease.jar();
    migrate();
    Rollout.replace(
        (port, lab) -> BackendProcess.start(previous, ROLES, port, lab, PreviousRelease.SETTINGS),
        (port, lab) -> BackendProcess.start(ROLES, port, lab),
        Seed.random("an upgrade under a thousand runs"));
  }

  @Test
  void an_upgrade_can_be_taken_back_under_a_thousand_runs() throws Exception {
    var previous = PreviousRelease.jar();
    migrate();
    Rollout.replace(
        (port, lab) -> BackendProcess.start(ROLES, port, lab),
        (port, lab) -> BackendProcess.start(previous, ROLES, port, lab, PreviousRelease.SETTINGS),
        Seed.random("a downgrade under a thousand runs"));
  }

  /** The first process of a release brings the schema there. */
  private static void migrate() throws Exception {
    int port = Stack.freePort();
    try (var first = BackendProcess.start("api", port, port)) {
      first.ready();
    }
  }
}
