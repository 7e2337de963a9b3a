package io.ganglion.trial;

import io.ganglion.db.TenantTx;
import io.ganglion.lab.Accounts;
import io.ganglion.lab.Faults;
import io.ganglion.trial.scenario.Scenario;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Makes a trial ready: its world first, then its faults, which spare the opening. */
@ApplicationScoped
class Beginning {
  private final TenantTx tx;
  private final World world;
  private final Accounts accounts;
  private final Faults faults;
  private final TrialConfig config;

  Beginning(TenantTx tx, World world, Accounts accounts, Faults faults, TrialConfig config) {
    this.tx = tx;
    this.world = world;
    this.accounts = accounts;
    this.faults = faults;
    this.config = config;
  }

  /**
   * Opens its world and lets its time begin.
   *
   * @throws io.ganglion.kernel.Problem when the world can't be opened
   */
  void open(Trial.Plan plan, Scenario scenario, Instant now) {
    world.open(plan, scenario);
    var tenant = plan.tenant();
    var laid = scenario.drawn(plan.seed()).faults(accounts.ofWorld(tenant, plan.id().uuid()));
    var time = plan.kind() == TrialKind.EXTERNAL ? config.external() : scenario.time();
    tx.run(
        tenant,
        connection -> {
          faults.lift(tenant, plan.id().uuid(), Optional.empty());
          faults.lay(tenant, plan.id().uuid(), laid);
          TrialStore.running(connection, tenant, plan.id(), now.plus(time));
        });
  }
}
