package io.ganglion.run;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.workflow.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The lifecycle events of runs. */
@ApplicationScoped
public class Lifecycles {
  /** What one page looks at; each may give five events. */
  public static final int PAGE = 100;

  private final TenantTx tx;
  private final Runs runs;
  private final Workflows workflows;
  private final LifecycleStore store;

  Lifecycles(TenantTx tx, Runs runs, Workflows workflows, LifecycleStore store) {
    this.tx = tx;
    this.runs = runs;
    this.workflows = workflows;
    this.store = store;
  }

  /**
   * Events in order.
   *
   * @param over the run has ended and there are no further events
   */
  public record Told(List<LifecycleEvent> events, boolean over) {
    public Told {
      events = List.copyOf(events);
    }
  }

  /**
   * What happened after a place; a reader that goes on from the last event misses none.
   *
   * @param limit how much to look at, at most {@value #PAGE}
   * @throws NotFound if there is no such run
   */
  public Told after(TenantId tenant, RunId id, LifecyclePlace place, int limit) {
    var before = runs.get(tenant, id);
    var happened =
        tx.call(tenant, connection -> store.after(connection, tenant, id, place.seq() - 1, limit));
    var run = before.state().ended() ? before : runs.get(tenant, id); // has what an end tells of
    var lifecycle = new Lifecycle(run, named(run));
    var events = new ArrayList<LifecycleEvent>();
    for (var one : happened) {
      lifecycle.of(one).stream().filter(place::before).forEach(events::add);
    }
    return new Told(events, before.state().ended() && happened.size() < limit);
  }

  private Lifecycle.Named named(Run run) {
    return run.workflow() == null
        ? Lifecycle.Named.SESSION
        : Lifecycle.Named.of(workflows.definition(run.tenant(), run.workflow()));
  }
}
