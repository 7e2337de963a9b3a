package io.ganglion.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One tenant with a thousand endpoints, a tenth of them dead: half of these refuse, half hang. How
 * late the healthy are told, with the dead enabled and with them disabled. Each enabling makes them
 * unknown again, so that what is measured is the time in which nobody knows who is dead.
 */
final class Webhooks {
  private static final int HEALTHY_HOSTS = 30;
  private static final int HEALTHY = 900;
  private static final int DEAD_HOSTS = 10;
  private static final int DEAD = 100;

  /** Until the compiler has come to rest. */
  private static final int WARM_UP = 12;

  /** Longer than the 15 s that a try at one that hangs takes. */
  private static final long MEASURED_MS = 20_000;

  private static final int FEWEST = 6;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String EVENT =
      """
      INSERT INTO outbox (tenant_id, type, data)
      SELECT tenant_id, 'invoice.paid', '{"number":"%1$s"}'::json FROM webhook_tenant
      """;

  private final Rig rig;
  private final Backend backend;
  private final Receivers receivers;
  private final List<String> dead = new ArrayList<>();
  private int events;

  private Webhooks(Rig rig, Backend backend, Receivers receivers) {
    this.rig = rig;
    this.backend = backend;
    this.receivers = receivers;
  }

  /** The median and the worst of a hundred, in milliseconds. */
  private record Delays(double p50, double p99) {}

  static List<Figure> figures(Rig rig, Path jar) throws Exception {
    try (var receivers = new Receivers();
        var backend = Backend.start(rig, jar, Map.of("GANGLION_ROLES", "api,webhook"))) {
      var bench = new Webhooks(rig, backend, receivers);
      bench.endpoints();
      return bench.measure();
    }
  }

  private void endpoints() throws IOException, InterruptedException {
    for (int host = 0; host < HEALTHY_HOSTS; host++) {
      var url = receivers.healthy();
      for (int i = 0; i < HEALTHY / HEALTHY_HOSTS; i++) {
        var unused = endpoint(url + "/hooks/" + i);
      }
    }
    for (int host = 0; host < DEAD_HOSTS; host++) {
      var url = host % 2 == 0 ? receivers.refusing() : receivers.hanging();
      for (int i = 0; i < DEAD / DEAD_HOSTS; i++) {
        dead.add(endpoint(url + "/hooks/" + i));
      }
    }
  }

  private String endpoint(String url) throws IOException, InterruptedException {
    var body = JSON.createObjectNode().put("url", url);
    body.putArray("types").add("invoice.paid");
    return backend.post("/endpoints", body).at("/endpoint/id").asText();
  }

  private void enable(boolean enabled) throws IOException, InterruptedException {
    for (var id : dead) {
      backend.patch("/endpoints/" + id, JSON.createObjectNode().put("enabled", enabled));
    }
  }

  private List<Figure> measure() throws Exception {
    enable(false);
    long every = warmUp();
    var without = new ArrayList<Delays>();
    var with = new ArrayList<Delays>();
    without.add(delays(every));
    for (int i = 0; i < Pairs.COUNT; i++) {
      enable(true);
      with.add(delays(every));
      enable(false);
      without.add(delays(every));
    }
    return List.of(
        figure("webhooks, 100 of 1,000 dead, p50", false, with, without),
        figure("webhooks, 100 of 1,000 dead, p99", true, with, without));
  }

  /**
   * As long as one event takes to come to all the healthy, and as long again: half of what the
   * machine can do.
   */
  private long warmUp() throws Exception {
    var took = new ArrayList<Double>();
    for (int i = 0; i < WARM_UP; i++) {
      long from = System.nanoTime();
      await(tell());
      took.add((System.nanoTime() - from) / 1e6);
    }
    receivers.delays();
    return 2 * Math.round(Pairs.median(took.subList(WARM_UP / 2, WARM_UP)));
  }

  /** Events at that pace, whether or not the ones before have come through. */
  private Delays delays(long everyMs) throws Exception {
    long count = Math.max(FEWEST, MEASURED_MS / everyMs);
    var numbers = new ArrayList<String>();
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long early = began + i * everyMs * 1_000_000 - System.nanoTime();
      if (early > 0) {
        Thread.sleep(Duration.ofNanos(early));
      }
      numbers.add(tell());
    }
    for (var number : numbers) {
      await(number);
    }
    var all = receivers.delays();
    return new Delays(Latency.percentile(all, 0.5), Latency.percentile(all, 0.99));
  }

  private String tell() throws SQLException {
    events++;
    var number = "B-" + events;
    try (var database = rig.database()) {
      Runs.execute(database, EVENT.formatted(number));
    }
    return number;
  }

  private void await(String number) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (receivers.having(number) < HEALTHY) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%d of %d were told of %s within %s"
                .formatted(receivers.having(number), HEALTHY, number, PATIENCE));
      }
      Thread.sleep(5);
    }
  }

  private static Figure figure(
      String name, boolean worst, List<Delays> with, List<Delays> without) {
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < with.size(); i++) {
      double around = (of(without.get(i), worst) + of(without.get(i + 1), worst)) / 2;
      ratios.add(of(with.get(i), worst) / around);
    }
    return new Figure(
        name,
        Pairs.median(with.stream().map(one -> of(one, worst)).toList()),
        "ms",
        Pairs.median(without.stream().map(one -> of(one, worst)).toList()),
        Pairs.median(ratios),
        2,
        1.25,
        false,
        List.copyOf(ratios));
  }

  private static double of(Delays delays, boolean worst) {
    return worst ? delays.p99() : delays.p50();
  }
}
