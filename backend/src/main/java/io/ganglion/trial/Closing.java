package io.ganglion.trial;

import io.ganglion.db.TenantTx;
import io.ganglion.trial.scenario.Scenario;
import jakarta.enterprise.context.ApplicationScoped;

/** The end of a trial. */
@ApplicationScoped
class Closing {
  private final TenantTx tx;
  private final World world;
  private final Contests contests;
  private final TrialConfig config;

  Closing(TenantTx tx, World world, Contests contests, TrialConfig config) {
    this.tx = tx;
    this.world = world;
    this.contests = contests;
    this.config = config;
  }

  /** The world goes before the trial is said to be over, so that nothing of it is left then. */
  void end(Trial.Plan plan, Scenario scenario, Ending ending) {
    world.close(plan, scenario);
    tx.run(
        plan.tenant(),
        connection -> {
          if (TrialStore.end(connection, plan.tenant(), plan.id(), ending)) {
            if (plan.entry().isPresent()) {
              contests.advance(connection, plan.tenant(), plan.entry().get().contest());
            }
            TrialStore.promote(connection, plan.tenant(), config.perTenant());
          }
        });
  }
}
