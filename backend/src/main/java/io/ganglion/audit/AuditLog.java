package io.ganglion.audit;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the log. */
@ApplicationScoped
public class AuditLog {
  private static final int AT_ONCE = 500;

  private final TenantTx tx;

  AuditLog(TenantTx tx) {
    this.tx = tx;
  }

  /** Which lines are wanted; empty: all. */
  public record Filter(Optional<String> actor, Optional<String> action, Optional<String> target) {}

  /** Takes lines one by one. */
  @FunctionalInterface
  public interface Reader {
    void read(Entry entry) throws IOException;
  }

  /**
   * Whether the chain holds.
   *
   * @param entries how many lines there are
   * @param head the hash of the last; {@link Entry#FIRST} where there is none. Keep it elsewhere to
   *     see later that nothing was cut off
   * @param broken the first line that is not as it was written; empty: all are
   */
  public record Verdict(long entries, String head, OptionalLong broken) {}

  /** Newest first; the cursor is the last line's number. */
  public Page<Entry> list(TenantId tenant, Filter filter, int limit, Optional<Long> before) {
    var found =
        tx.call(
            tenant,
            connection ->
                AuditStore.newest(
                    connection, tenant, filter, before.orElse(Long.MAX_VALUE), limit + 1));
    return Page.of(found, limit, entry -> Long.toString(entry.seq()));
  }

  /** All lines, oldest first; a few at a time are in memory, and no transaction stays open. */
  public void each(TenantId tenant, Reader reader) throws IOException {
    long last = 0;
    List<Entry> some;
    do {
      long after = last;
      some = tx.call(tenant, connection -> AuditStore.oldest(connection, tenant, after, AT_ONCE));
      for (var entry : some) {
        reader.read(entry);
        last = entry.seq();
      }
    } while (some.size() == AT_ONCE);
  }

  /** Goes over the whole chain. */
  public Verdict verify(TenantId tenant) {
    var chain = new Chain();
    try {
      each(tenant, chain);
    } catch (IOException e) {
      throw new IllegalStateException(e); // the chain does no input or output
    }
    return chain.verdict();
  }

  private static final class Chain implements Reader {
    private long count;
    private long last;
    private String hash = Entry.FIRST;
    private OptionalLong broken = OptionalLong.empty();

    @Override
    public void read(Entry entry) {
      if (broken.isEmpty() && !entry.follows(last, hash)) {
        broken = OptionalLong.of(entry.seq());
      }
      count++;
      last = entry.seq();
      hash = entry.hash();
    }

    Verdict verdict() {
      return new Verdict(count, hash, broken);
    }
  }
}
