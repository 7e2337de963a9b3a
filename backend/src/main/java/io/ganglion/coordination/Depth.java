package io.ganglion.coordination;

import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Depth and breadth over time of a run or of several, computed from their holds.
 *
 * @param depthPeak the most weight open at one instant
 * @param depthMean time-weighted, over the time in which at least one hold was open
 * @param breadthPeak the most distinct platforms behind the open holds at one instant
 * @param depthMs the integral of depth: weight × milliseconds
 * @param openMs how long at least one hold was open
 */
public record Depth(
    int depthPeak,
    double depthMean,
    int breadthPeak,
    double breadthMean,
    long depthMs,
    long openMs) {

  /**
   * One closed stretch of a hold; one that is still open is given with the present time as its end.
   * Where a family's stretches of one system overlap, since members share it, it counts once, with
   * the most weight.
   *
   * @param family its root run
   */
  public record Stretch(
      RunId family, SystemId system, String connector, int weight, Instant opened, Instant closed) {
    /** What of it lies in a span; nothing where it ends before it begins. */
    public Stretch within(Instant from, Instant to) {
      return new Stretch(
          family,
          system,
          connector,
          weight,
          opened.isBefore(from) ? from : opened,
          closed.isAfter(to) ? to : closed);
    }
  }

  private record Claim(RunId family, SystemId system) {}

  private record Edge(Instant at, int sign, Stretch stretch) {}

  private static @Nullable Integer sum(int a, int b) {
    return a + b == 0 ? null : a + b;
  }

  /** Of a family's open stretches of one system. */
  private static final class Weights {
    private final TreeMap<Integer, Integer> open = new TreeMap<>();

    void change(int weight, int sign) {
      open.merge(weight, sign, Depth::sum);
    }

    int most() {
      return open.isEmpty() ? 0 : open.lastKey();
    }
  }

  /** Between instants as the ledger has them, to the millisecond: parts add up to the whole. */
  public static long millis(Instant from, Instant to) {
    return to.toEpochMilli() - from.toEpochMilli();
  }

  /**
   * A sweep over the stretches' ends; where one closes as another opens, the closing comes first.
   */
  public static Depth of(List<Stretch> stretches) {
    var edges = new ArrayList<Edge>();
    for (var stretch : stretches) {
      if (stretch.closed.isAfter(stretch.opened)) {
        edges.add(new Edge(stretch.opened, 1, stretch));
        edges.add(new Edge(stretch.closed, -1, stretch));
      }
    }
    edges.sort(Comparator.comparing(Edge::at).thenComparing(Edge::sign));
    var claims = new HashMap<Claim, Weights>();
    var platforms = new HashMap<String, Integer>();
    int depth = 0;
    int depthPeak = 0;
    int breadthPeak = 0;
    long depthMs = 0;
    long breadthMs = 0;
    long openMs = 0;
    Instant last = Instant.EPOCH;
    for (var edge : edges) {
      if (depth > 0) {
        long ms = millis(last, edge.at);
        depthMs += depth * ms;
        breadthMs += platforms.size() * ms;
        openMs += ms;
      }
      last = edge.at;
      var claim = new Claim(edge.stretch.family, edge.stretch.system);
      var weights = claims.computeIfAbsent(claim, one -> new Weights());
      int before = weights.most();
      weights.change(edge.stretch.weight, edge.sign);
      int change = weights.most() - before;
      depth += change;
      if (before == 0 || weights.most() == 0) {
        platforms.merge(edge.stretch.connector, Integer.signum(change), Depth::sum);
      }
      depthPeak = Math.max(depthPeak, depth);
      breadthPeak = Math.max(breadthPeak, platforms.size());
    }
    double open = Math.max(openMs, 1);
    return new Depth(depthPeak, depthMs / open, breadthPeak, breadthMs / open, depthMs, openMs);
  }
}
