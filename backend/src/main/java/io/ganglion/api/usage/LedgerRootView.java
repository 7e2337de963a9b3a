package io.ganglion.api.usage;

import io.ganglion.api.Listing;
import io.ganglion.kernel.Page;
import io.ganglion.meter.Ledgers;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the hold ledger ends, now and on the days before. */
@Schema(name = "LedgerRoot")
public record LedgerRootView(
    @Schema(description = "The number of the last line; 0 where there is none", examples = "1042")
        long seq,
    @Schema(
            description = "The hash of the last line; 64 zeros where there is none",
            examples = "9f2b5c0d4e6a718293a4b5c6d7e8f9010a1b2c3d4e5f60718293a4b5c6d7e8f9")
        String root,
    @Schema(description = "Days that are over and on which it grew, newest first")
        List<DayView> data,
    @Schema(description = "Pass it as cursor for the days before; null at the end")
        @Nullable String nextCursor) {
  /** How the ledger ended on a UTC day. */
  @Schema(name = "LedgerDay")
  public record DayView(
      @Schema(examples = "2026-12-01") String day,
      @Schema(description = "The number of the day's last line", examples = "977") long seq,
      @Schema(
              description = "The hash of the day's last line",
              examples = "1b6453892473a467d07372d45eb05abc2031647a1b6453892473a467d07372d4")
          String root) {
    static DayView of(Ledgers.Day day) {
      return new DayView(day.day().toString(), day.root().seq(), day.root().hash());
    }
  }

  static LedgerRootView of(Ledgers.Root root, Page<Ledgers.Day> days) {
    var listing = Listing.of(days, DayView::of);
    return new LedgerRootView(root.seq(), root.hash(), listing.data(), listing.nextCursor());
  }

  /**
   * @throws IllegalArgumentException if it is no day
   */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
