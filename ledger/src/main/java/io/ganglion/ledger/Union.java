package io.ganglion.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes one hold of those that members of a family have on one system at the same time: the most
 * weight counts, and an instant is billed if any of them is billed then. It is told as the hold of
 * the member that leads: one that is billed before one that is not, then the heavier, then the
 * older.
 */
public final class Union {
  private final TreeSet<Member> members = new TreeSet<>(Member.LEADS);
  private final TreeMap<Integer, Integer> weights = new TreeMap<>();
  private final List<Row.Hold> rows = new ArrayList<>();
  private Row.@Nullable Hold led;

  private Union() {}

  /** A piece, and a number that tells it from another that is equal. */
  private record Member(Row.Hold piece, int number) {
    static final Comparator<Member> LEADS =
        Comparator.comparing((Member one) -> !one.piece.billable())
            .thenComparing(one -> one.piece.weight(), Comparator.reverseOrder())
            .thenComparing(one -> one.piece.opened())
            .thenComparing(Member::number);
  }

  private record Edge(Instant at, boolean opens, Member member) {}

  /**
   * Makes one hold of many.
   *
   * @param pieces of one root run and one system, as {@link Cuts} makes them, each within the same
   *     hour, in a stable order
   * @return rows in the order of time that don't overlap
   */
  public static List<Row.Hold> of(List<Row.Hold> pieces) {
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < pieces.size(); i++) {
      var member = new Member(pieces.get(i), i);
      edges.add(new Edge(member.piece.opened(), true, member));
      edges.add(new Edge(member.piece.closed(), false, member));
    }
    edges.sort(Comparator.comparing(Edge::at));
    var union = new Union();
    for (int i = 0; i < edges.size(); ) {
      var at = edges.get(i).at;
      for (; i < edges.size() && edges.get(i).at.equals(at); i++) {
        union.change(edges.get(i));
      }
      if (i < edges.size()) {
        union.until(at, edges.get(i).at);
      }
    }
    return union.rows;
  }

  private void change(Edge edge) {
    if (edge.opens) {
      members.add(edge.member);
    } else {
      members.remove(edge.member);
    }
    weights.merge(edge.member.piece.weight(), edge.opens ? 1 : -1, Union::sum);
  }

  private static @Nullable Integer sum(int a, int b) {
    return a + b == 0 ? null : a + b;
  }

  private void until(Instant from, Instant to) {
    if (members.isEmpty()) {
      return;
    }
    var leads = members.first().piece;
    var next = leads.part(from, to, weights.lastKey(), leads.reason(), leads.zeroRate());
    var before = rows.isEmpty() ? null : rows.getLast();
    if (before != null && before.closed().equals(from)) {
      if (leads.opened().isBefore(from) && same(before, next)) {
        rows.removeLast();
        next = next.part(before.opened(), to, next.weight(), next.reason(), next.zeroRate());
      } else if (led != null
          && led.closed().isAfter(from)) { // it goes on, and leads no more or with another weight
        rows.removeLast();
        var why =
            Objects.equals(before.zeroRate(), next.zeroRate()) ? Row.Hold.WEIGHT : Row.Hold.ZERO;
        rows.add(before.part(before.opened(), from, before.weight(), why, before.zeroRate()));
      }
    }
    rows.add(next);
    led = leads;
  }

  private static boolean same(Row.Hold one, Row.Hold other) {
    return one.weight() == other.weight()
        && one.fence() == other.fence()
        && Objects.equals(one.agent(), other.agent())
        && Objects.equals(one.workflow(), other.workflow())
        && Objects.equals(one.zeroRate(), other.zeroRate());
  }
}
