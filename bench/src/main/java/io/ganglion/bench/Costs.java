package io.ganglion.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a step costs beside time: CPU, bytes of the write-ahead log, commits. */
final class Costs {
  private static final int IN_FLIGHT = 1000;
  private static final int RUNS = 10_000;
  private static final int WARM_UP = 6;
  private static final String WAL_BYTES = "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn";

  /** The capacity row's lock and update, and who waits for what it frees. */
  private static final String ADMISSION = "%capacity%";

  private static final String COMMITS =
      "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()";

  private final Rig rig;
  private final Path jar;

  Costs(Rig rig, Path jar) {
    this.rig = rig;
    this.jar = jar;
  }

  /** Of the journalled no-op step of {@link Steps}. */
  List<Figure> ofSteps() throws Exception {
    var settings = Map.of("GANGLION_ENGINE_MAX_RUNS", Integer.toString(IN_FLIGHT));
    try (var backend = Backend.start(rig, jar, settings)) {
      backend.workflow(Steps.workflow());
      return measure(backend, "ten-steps", "step", new double[] {200, 80}, new double[] {600, 400});
    }
  }

  /** Of the step of {@link Effects}: intent, request, outcome. */
  List<Figure> ofEffects() throws Exception {
    var settings = Map.of("GANGLION_ENGINE_MAX_RUNS", Integer.toString(IN_FLIGHT));
    try (var platform = new Platform(0);
        var backend = Backend.start(rig, jar, settings)) {
      backend.workflow(Effects.workflow(platform.url()));
      return measure(
          backend, Effects.NAME, "effect", new double[] {500, 250}, new double[] {4000, 3000});
    }
  }

  /**
   * What admission takes of the database's CPU, by the share of its time that goes into the
   * statements on capacity. A run of ten effects opens one hold, and gives it back.
   */
  List<Figure> ofAdmission() throws Exception {
    var settings = Map.of("GANGLION_ENGINE_MAX_RUNS", Integer.toString(IN_FLIGHT));
    try (var platform = new Platform(0);
        var backend = Backend.start(rig, jar, settings)) {
      backend.workflow(Effects.workflow(platform.url()));
      var load = new Runs(rig);
      int runs = RUNS / 5;
      for (int i = 0; i < WARM_UP; i++) {
        load.wall(Effects.NAME, runs);
      }
      return List.of(
          Pairs.alone(
              "admission, effect", "µs/effect", () -> admission(load, runs), 50, 20, false));
    }
  }

  private double admission(Runs load, int runs) throws SQLException, InterruptedException {
    load.forgetAll();
    load.prepare(Effects.NAME, runs);
    long used = -Cpu.micros(rig.postgres());
    var sampler = Sampler.start(rig, ADMISSION);
    try (sampler) {
      load.release();
      load.done();
    }
    used += Cpu.micros(rig.postgres());
    return sampler.share() * used / (runs * (double) Steps.STEPS);
  }

  private List<Figure> measure(
      Backend backend, String workflow, String what, double[] cpu, double[] bytes)
      throws SQLException, InterruptedException {
    int runs = what.equals("step") ? RUNS : RUNS / 5;
    var load = new Runs(rig);
    for (int i = 0; i < WARM_UP; i++) { // until the compiler has come to rest
      load.wall(workflow, runs);
    }
    var spent = new ArrayList<Spent>();
    for (int i = 0; i < Pairs.COUNT; i++) {
      spent.add(spent(backend, load, workflow, runs));
    }
    return List.of(
        Figure.plain("CPU, " + what, each(spent, Spent::micros), "µs/" + what, cpu[0], cpu[1]),
        Figure.plain("WAL, " + what, each(spent, Spent::log), "B/" + what, bytes[0], bytes[1]),
        Figure.plain("commits, " + what, each(spent, Spent::commits), "/" + what, 0.3, 0.1));
  }

  /** What one step of a load took. */
  private record Spent(double micros, double log, double commits) {
    Spent dividedBy(double steps) {
      return new Spent(micros / steps, log / steps, commits / steps);
    }
  }

  private static double each(List<Spent> spent, ToDoubleFunction<Spent> value) {
    return Pairs.median(spent.stream().map(value::applyAsDouble).toList());
  }

  private Spent spent(Backend backend, Runs load, String workflow, int runs)
      throws SQLException, InterruptedException {
    try (var database = rig.database()) {
      // pages written whole after a checkpoint are left aside: they depend on how often there is
      // one
      Runs.execute(database, "ALTER SYSTEM SET full_page_writes = off");
      Runs.execute(database, "SELECT pg_reload_conf()");
      load.forgetAll();
      double log = -Runs.number(database, WAL_BYTES);
      load.prepare(workflow, runs);
      log += Runs.number(database, WAL_BYTES);
      double commits = Runs.number(database, COMMITS);
      long used = -Cpu.micros(backend.pid()) - Cpu.micros(rig.postgres());
      load.release(); // which only a benchmark does
      log -= Runs.number(database, WAL_BYTES);
      load.done();
      used += Cpu.micros(backend.pid()) + Cpu.micros(rig.postgres());
      log += Runs.number(database, WAL_BYTES);
      Thread.sleep(1500); // sessions tell their statistics once a second
      double committed = Runs.number(database, COMMITS) - commits;
      Runs.execute(database, "ALTER SYSTEM RESET full_page_writes");
      Runs.execute(database, "SELECT pg_reload_conf()");
      return new Spent(used, log, committed).dividedBy(runs * (double) Steps.STEPS);
    }
  }
}
