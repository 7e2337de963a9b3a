package io.ganglion.coordination;

import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One act on the way to its platform: hears from the commit of its intent whether it was let
 * through after a pause. Then others wait for its answer, and the commit of its outcome has to tell
 * it. Where no pause was recent it hears nothing, and there is nothing to tell.
 */
public final class Probe {
  /** By whom it was let through, and after a pause until when. */
  private final Map<UpstreamWrite, Instant> after = new LinkedHashMap<>();

  /** Asks a system whether it may be called. */
  public UpstreamWrite.OfSystem asks(TenantId tenant, SystemId system) {
    return new UpstreamWrite.OfSystem(tenant, system, new Pace.Ask(this));
  }

  /** Asks a budget, and takes of it. */
  public UpstreamWrite.OfBudget asks(TenantId tenant, BudgetUse use) {
    return new UpstreamWrite.OfBudget(tenant, use, new Pace.Ask(this));
  }

  synchronized void let(UpstreamWrite ask, Instant until) {
    after.put(ask, until);
  }

  /**
   * Tells those that wait for its answer; once.
   *
   * @param well whether the platform took the act
   * @return what is to be committed; mostly nothing
   */
  public synchronized List<UpstreamWrite> answered(boolean well) {
    var told = new ArrayList<UpstreamWrite>();
    after.forEach((ask, until) -> told.add(ask.with(new Pace.Answered(until, well))));
    after.clear();
    return told;
  }
}
