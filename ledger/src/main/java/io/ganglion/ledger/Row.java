package io.ganglion.ledger;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What one row of the ledger tells. */
public sealed interface Row {
  /** When it counts from. */
  Instant at();

  /**
   * A stretch of a hold, within one UTC hour.
   *
   * @param run {@code run_…}, the root run
   * @param agent {@code agt_…}; null for a run without one
   * @param workflow {@code wfl_…}; null for a session
   * @param system {@code sys_…}, what is held; never a credential
   * @param weight at least 1
   * @param closed after {@code opened}
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
    /** Behind a stretch that goes on in the next hour. */
    public static final String HOUR = "hour";

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
   */
  record Credit(Instant at, YearMonth month, long amountMinor, String currency, String reason)
      implements Row {}
}
