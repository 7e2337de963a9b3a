package io.ganglion.move;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.crypto.KeyHandover;
import io.ganglion.crypto.KeyHandover.Wrapped;
import io.ganglion.kernel.Json;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves a tenant, step by step. What was done is read from both cells each time, so that whoever
 * was killed is followed by the next who runs it.
 */
final class Move {
  private static final String KEYS =
      "SELECT generation, master, wrapped, created_at FROM tenant_data_key WHERE tenant_id = ? ORDER BY generation";

  /** By which who asks is known, and told that it has moved. */
  private static final Set<String> TOLD_BY = Set.of("tenant_move", "api_key", "member");

  private final Session source;
  private final Session destination;
  private final KeyHandover handover;
  private final Plan plan;

  /**
   * @param address where the tenant is found afterwards
   * @param folder of the export; it is written anew
   */
  record Plan(Optional<String> address, Path folder, Duration patience) {}

  Move(Session source, Session destination, KeyHandover handover, Plan plan) {
    this.source = source;
    this.destination = destination;
    this.handover = handover;
    this.plan = plan;
  }

  /** Pure reading: what {@link #take} would do. */
  Step next() {
    return Step.next(source.standing(), destination.standing());
  }

  /**
   * Does a step.
   *
   * @throws MoveFailed if it can't be done now
   */
  void take(Step step) {
    switch (step) {
      case Step.Begin begin -> begin();
      case Step.Pause pause -> resting().pause();
      case Step.Drain drain -> resting().drain();
      case Step.Copy copy -> copy();
      case Step.Switch over -> letGo();
      case Step.Open open -> open();
      case Step.Clear clear -> clear();
      case Step.Nothing nothing -> {}
      case Step.Refuse refuse -> throw new MoveFailed(refuse.why());
    }
  }

  private Resting resting() {
    return new Resting(source, plan.patience());
  }

  /** What would stop the move later is told before anything of the tenant stops. */
  private void begin() {
    sameSchema();
    handed();
    var cell = destination.standing().cell();
    source.atOnce(
        () -> {
          Ways.begin(source, cell, plan.address());
          note(source, "tenant.moving", cell);
        });
  }

  private void sameSchema() {
    var here = Export.schema(source);
    var there = Export.schema(destination);
    if (!here.equals(there)) {
      throw new MoveFailed(
          "the source's schema is at %s, the destination's at %s: upgrade the older cell first"
              .formatted(here, there));
    }
  }

  private void copy() {
    sameSchema();
    resting().settled(); // whoever was in the tenant as it was sealed
    var move = source.standing().way().orElseThrow();
    var manifest = Export.write(source, move.id(), plan.folder());
    new Import(destination, plan.folder()).run(manifest, source.standing().cell(), handed());
  }

  private List<Wrapped> handed() {
    return source
        .list(
            KEYS,
            row ->
                new Wrapped(
                    source.tenant(),
                    row.getInt(1),
                    row.getString(2),
                    row.getBytes(3),
                    row.getObject(4, OffsetDateTime.class)),
            source.id())
        .stream()
        .map(handover::hand)
        .toList();
  }

  /** The one commit that decides whose the tenant is. */
  private void letGo() {
    verify();
    source.atOnce(
        () -> {
          Hints.take(source);
          Ways.advance(source, Stage.SEALED, Stage.LEFT);
        });
  }

  private void verify() {
    Comparison.check(Hints.loosely(sums(source)), Hints.loosely(sums(destination)));
    var here = head(source);
    var there = head(destination);
    if (!here.equals(there)) {
      throw new MoveFailed(
          "the destination's hold ledger has %d lines and another end than the source's %d"
              .formatted(there.lines(), here.lines()));
    }
  }

  private static LedgerHead head(Session cell) {
    var found = new LedgerHead[1];
    cell.atOnce(() -> found[0] = LedgerHead.verified(cell));
    return found[0];
  }

  private void open() {
    destination.atOnce(
        () -> {
          Hints.wake(destination);
          Ways.end(destination, Stage.ARRIVING);
          note(destination, "tenant.moved", destination.standing().cell());
        });
  }

  /** In the tenant's audit log, which goes along. */
  private void note(Session where, String action, String cell) throws SQLException {
    var to = Json.object().put("cell", cell);
    plan.address().ifPresent(address -> to.put("address", address));
    Audit.noteOperator(where.connection(), where.tenant(), Change.made(action, where.tenant(), to));
  }

  /** Table by table, so that it may be cut off; the stage says when it is over. */
  private void clear() {
    source.tables().stream().filter(table -> !TOLD_BY.contains(table)).forEach(source::clear);
    Ways.advance(source, Stage.LEFT, Stage.GONE);
  }

  /**
   * Takes a move back that has not come to the switch: the copy is deleted, then the tenant goes on
   * in the source.
   *
   * @return whether there was one
   * @throws MoveFailed if the tenant is the destination's by now
   */
  boolean abort() {
    var from = source.standing();
    if (from.way().isEmpty()) {
      return false;
    }
    if (from.away() || from.is(Stage.ARRIVING)) {
      throw new MoveFailed(
          "the tenant is the destination's by now: it can be moved back, and not taken back");
    }
    var to = destination.standing();
    if (!from.way().get().cell().equals(to.cell())) {
      throw new MoveFailed("the tenant is on its way to another cell than this destination");
    }
    if (to.copyOf(from.way().get())) {
      destination.atOnce(() -> Import.erase(destination));
    }
    source.atOnce(
        () -> {
          Hints.wake(source);
          Ways.end(source, from.way().get().stage());
          note(source, "tenant.stayed", from.cell());
        });
    return true;
  }

  /**
   * What the source had, by table: as it was exported, or else as it is; empty where neither is
   * there any more.
   */
  Map<String, Sum> before() {
    var standing = source.standing();
    return standing
        .way()
        .flatMap(way -> Manifest.of(plan.folder(), way.id()))
        .map(Manifest::sums)
        .orElseGet(() -> standing.is(Stage.GONE) ? Map.of() : sums(source));
  }

  /** What a cell has of the tenant now, by table. */
  static Map<String, Sum> sums(Session cell) {
    return Sum.of(cell, MovedTable.of(cell));
  }
}
