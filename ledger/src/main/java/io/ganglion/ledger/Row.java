package io.ganglion.ledger;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What one row of the ledger tells. */
public sealed interface Row {
  /** When it counts from. */
  Instant at();

  /**
   * A piece of a hold; where it is sealed, within one UTC hour.
   *
   * @param run {@code run_…}, the root run
   * @param agent {@code agt_…}; null for a run without one
   * @param workflow {@code wfl_…}; null for a session
   * @param system {@code sys_…}, what is held; never a credential
   * @param weight at least 1
   * @param closed after {@code opened} where it is sealed
   * @param reason why it ended: {@code park}, {@code end}, {@code idle}, {@code weight}, {@code
   *     rescue}, {@code zero} where its rating changes, {@code hour} where the hour ends
   * @param zeroRate why it isn't billed; null where it is
   * @param fence the worker that held it
   */
  record Hold(
      String run,
      @Nullable String agent,
      @Nullable String workflow,
      String connector,
      String system,
      int weight,
      Instant opened,
      Instant closed,
      String reason,
      @Nullable String zeroRate,
      long fence)
      implements Row {
    /** Why it ended: the hour did; it goes on in the next. */
    public static final String HOUR = "hour";

    /** Why it ended: its rating changes. */
    public static final String ZERO = "zero";

    /** Why it ended: it goes on with another weight. */
    public static final String WEIGHT = "weight";

    public Hold {
      if (weight < 1) {
        throw new IllegalArgumentException("a weight of " + weight);
      }
      if (closed.isBefore(opened)) {
        throw new IllegalArgumentException("closed before it was opened");
      }
    }

    /** As it was for a part of its time. */
    Hold part(Instant from, Instant to, int heavy, String why, @Nullable String rate) {
      return new Hold(run, agent, workflow, connector, system, heavy, from, to, why, rate, fence);
    }

    @Override
    public Instant at() {
      return opened;
    }

    /** Weight times milliseconds. */
    public long depthMs() {
      return weight * (closed.toEpochMilli() - opened.toEpochMilli());
    }

    public boolean billable() {
      return zeroRate == null;
    }
  }

  /**
   * What the tenant may hold from now on.
   *
   * @param burst whether more may be held, for money
   * @param burstCapMinor at most this much money for it a month; null without a cap
   */
  record Capacity(Instant at, int k, boolean burst, @Nullable Long burstCapMinor) implements Row {}

  /** What it costs from now on. */
  record Plan(Instant at, Terms terms) implements Row {}

  /**
   * A correction.
   *
   * @param month what it corrects
   * @param amountMinor below zero in the tenant's favour
   * @param reason {@link #HOLDS}, or in words for people
   */
  record Credit(Instant at, YearMonth month, long amountMinor, String currency, String reason)
      implements Row {
    /** Holds turned out to be other than they were sealed. */
    public static final String HOLDS = "holds";
  }
}
