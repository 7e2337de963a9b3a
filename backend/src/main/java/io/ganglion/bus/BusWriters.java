package io.ganglion.bus;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.BatchWriter.Rank;
import io.ganglion.db.PlainWriter;
import io.ganglion.db.Statement;
import java.util.List;
import java.util.Optional;

/** The bus's statements within the group commit. */
public final class BusWriters {
  private BusWriters() {}

  public static List<BatchWriter<?>> all() {
    return List.of(unlisten(), new Listening(), new Publishing());
  }

  private static BatchWriter<BusWrite.Unlisten> unlisten() {
    return new PlainWriter<>(
        BusWrite.Unlisten.class,
        Rank.LEDGER,
        """
        DELETE FROM listener l USING unnest(?::uuid[], ?::uuid[], ?::text[]) AS u (tenant_id, run_id, position)
        WHERE l.tenant_id = u.tenant_id AND l.run_id = u.run_id AND starts_with(l.position, u.position)
        """,
        Optional.empty(),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.run().uuid())
                .with("text", BusWrite.Unlisten::position));
  }

  /**
   * Registers under the bus's lock: whatever is stored later finds the listener, and whatever was
   * stored earlier is there to be read once this is committed.
   */
  private static final class Listening implements BatchWriter<BusWrite.Listen> {
    private static final String REGISTER =
        """
        INSERT INTO listener (tenant_id, run_id, position, ordinal, type, source, after_seq)
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::bigint[])
        ON CONFLICT (tenant_id, run_id, position, ordinal) DO UPDATE SET after_seq = excluded.after_seq
        """;

    @Override
    public Class<BusWrite.Listen> writes() {
      return BusWrite.Listen.class;
    }

    @Override
    public Rank rank() {
      return Rank.LEDGER;
    }

    @Override
    public List<Statement> statements(long worker, List<BusWrite.Listen> rows) {
      return List.of(
          Shelving.advance(rows.stream().map(BusWrite.Listen::tenant).toList(), 0),
          Statement.plain(
              REGISTER,
              parameters ->
                  parameters
                      .over(rows)
                      .with("uuid", row -> row.tenant().uuid())
                      .with("uuid", row -> row.run().uuid())
                      .with("text", BusWrite.Listen::position)
                      .with("int4", BusWrite.Listen::ordinal)
                      .with("text", BusWrite.Listen::type)
                      .with("text", BusWrite.Listen::source)
                      .with("int8", BusWrite.Listen::after)));
    }
  }

  /** Stores what workflows emit, in the commit of the step that emits it. */
  private static final class Publishing implements BatchWriter<Publication> {
    @Override
    public Class<Publication> writes() {
      return Publication.class;
    }

    @Override
    public Rank rank() {
      return Rank.LEDGER;
    }

    @Override
    public List<Statement> statements(long worker, List<Publication> rows) {
      return List.of(
          Shelving.advance(rows.stream().map(Publication::tenant).toList(), 1),
          Shelving.store(rows));
    }
  }
}
