package io.ganglion.run;

import io.ganglion.agent.Agent;
import io.ganglion.agent.Agents;
import io.ganglion.agent.MayAct;
import io.ganglion.connection.Connection;
import io.ganglion.connection.Connections;
import io.ganglion.db.TenantTx;
import io.ganglion.db.WorkerBarrier;
import io.ganglion.effect.InFlight;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.TenantId;
import io.ganglion.tenant.Tenant;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Stops a tenant, an agent or a connection. Once a pause has returned nothing new is dispatched,
 * undoing included; what was in flight is named. Runs wait where they are and go on when it is
 * resumed. Call it outside of a transaction.
 */
@ApplicationScoped
public class KillSwitch {
  private final TenantTx tx;
  private final Tenants tenants;
  private final Agents agents;
  private final Connections connections;
  private final Runs runs;
  private final InFlight inFlight;
  private final WorkerBarrier barrier;

  KillSwitch(
      TenantTx tx,
      Tenants tenants,
      Agents agents,
      Connections connections,
      Runs runs,
      InFlight inFlight,
      WorkerBarrier barrier) {
    this.tx = tx;
    this.tenants = tenants;
    this.agents = agents;
    this.connections = connections;
    this.runs = runs;
    this.inFlight = inFlight;
    this.barrier = barrier;
  }

  /**
   * What was stopped.
   *
   * @param inFlight effects that had been dispatched and are not known to have ended, oldest first,
   *     at most {@link InFlight#MOST}
   */
  public record Stopped<T>(T thing, List<EffectId> inFlight) {}

  public Stopped<Tenant> pauseTenant(TenantId tenant) {
    var paused = tenants.pause(tenant);
    barrier.awaitAll(); // what workers commit after this has seen the pause
    return new Stopped<>(paused, inFlight.ofTenant(tenant));
  }

  public Tenant resumeTenant(TenantId tenant) {
    var resumed = tenants.resume(tenant);
    wake(tenant);
    return resumed;
  }

  /**
   * @throws io.ganglion.kernel.NotFound if there is none
   */
  public Stopped<Agent> pauseAgent(TenantId tenant, AgentId id) {
    var paused = agents.pause(tenant, id);
    barrier.awaitAll();
    return new Stopped<>(paused, inFlight.ofAgent(tenant, id));
  }

  /**
   * @throws io.ganglion.kernel.NotFound if there is none
   */
  public Agent resumeAgent(TenantId tenant, AgentId id) {
    var resumed = agents.resume(tenant, id);
    wake(tenant);
    return resumed;
  }

  /**
   * @throws io.ganglion.kernel.NotFound if there is none
   */
  public Stopped<Connection> pauseConnection(TenantId tenant, ConnectionId id) {
    var paused = connections.pause(tenant, id); // waits for the workers itself
    return new Stopped<>(paused, inFlight.ofConnection(tenant, paused.name()));
  }

  /**
   * @throws io.ganglion.kernel.NotFound if there is none
   */
  public Connection resumeConnection(TenantId tenant, ConnectionId id) {
    var resumed = connections.resume(tenant, id);
    wake(tenant);
    return resumed;
  }

  /** All that wait for the end of a pause: some may wait for another one still, and find out. */
  private void wake(TenantId tenant) {
    runs.wakeAll(tenant, MayAct.PAUSED);
  }
}
