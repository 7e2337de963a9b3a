package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a poll came to. */
public sealed interface Polled {
  /**
   * A page.
   *
   * @param items oldest first as far as the platform says; some may have been in pages before
   * @param cursor where the next page begins
   * @param more whether there is another page now
   * @param settled items that were first seen in this round or one before never come again; 0: none
   *     is known to
   */
  record Page(List<Item> items, JsonNode cursor, boolean more, long settled) implements Polled {
    public Page {
      items = List.copyOf(items);
    }
  }

  /**
   * Nothing was read, and the cursor stays.
   *
   * @param status as in HTTP
   * @param reason for people; no credentials
   * @param notBefore the platform asks not to be called before this time
   */
  record Failed(int status, String reason, Optional<Instant> notBefore) implements Polled {}

  /** The platform no longer has what comes after the cursor; the reason is for people. */
  record TooOld(String reason) implements Polled {}

  /**
   * One thing that is new.
   *
   * @param id the platform's own, unique within the poll and the same each time
   * @param what is put behind the events' type, with a dot between; empty: nothing
   * @param at when it happened, by the platform's clock
   * @param data as the platform has it
   */
  record Item(String id, String what, Optional<Instant> at, JsonNode data) {}

  /** What an outcome other than a page means. */
  static Polled failed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotLanded n -> new Failed(n.status(), n.reason(), n.notBefore());
      case Outcome.Unknown u -> new Failed(u.status(), u.reason(), Optional.empty());
      case Outcome.Landed l -> throw new IllegalArgumentException("a page that was read");
    };
  }
}
