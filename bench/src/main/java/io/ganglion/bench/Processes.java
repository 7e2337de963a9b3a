package io.ganglion.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Processes: what more of them cost, and what one costs that has nothing to do. */
final class Processes {
  private static final int RUNS = 10_000;
  private static final long IDLE_MS = 20_000;

  private Processes() {}

  /** CPU a step with one, two and three workers on one database. */
  static List<Figure> workers(Rig rig, Path jar) throws Exception {
    var backends = new ArrayList<Backend>();
    var figures = new ArrayList<Figure>();
    double one = 0;
    try {
      for (int workers = 1; workers <= 3; workers++) {
        backends.add(Backend.start(rig, jar, Map.of("GANGLION_ENGINE_MAX_RUNS", "1000")));
        backends.getFirst().workflow(Steps.workflow());
        var runs = new Runs(rig);
        runs.wall("ten-steps", RUNS);
        long before = used(rig, backends);
        runs.wall("ten-steps", RUNS);
        double step = (used(rig, backends) - before) / (RUNS * (double) Steps.STEPS);
        one = workers == 1 ? step : one;
        if (workers > 1) {
          figures.add(
              new Figure(
                  "CPU a step, %d workers".formatted(workers),
                  step,
                  "µs",
                  one,
                  step / one,
                  1.3,
                  1.15,
                  false,
                  List.of(step / one)));
        }
      }
    } finally {
      for (var backend : backends) {
        backend.close();
      }
    }
    return figures;
  }

  private static long used(Rig rig, List<Backend> backends) {
    return Cpu.micros(rig.postgres())
        + backends.stream().mapToLong(backend -> Cpu.micros(backend.pid())).sum();
  }

  /** Boot, and then nothing to do. */
  static List<Figure> idle(Rig rig, Path jar) throws Exception {
    try (var first = Backend.start(rig, jar, Map.of())) {
      first.close(); // it has migrated the database, which is not booting
      long began = System.nanoTime();
      try (var backend = Backend.start(rig, jar, Map.of())) {
        double boot = (System.nanoTime() - began) / 1e9;
        Thread.sleep(5000); // the JIT is done with what the start left
        long before = Cpu.micros(backend.pid());
        Thread.sleep(IDLE_MS);
        double busy = (Cpu.micros(backend.pid()) - before) / (IDLE_MS * 1000.0);
        return List.of(
            Figure.plain("boot to ready, first request", boot, "s", 6, 3),
            Figure.plain("idle", 100 * busy, "% CPU", 3, 1),
            Figure.plain("resident", Cpu.resident(backend.pid()) / 1e6, "MB", 500, 350));
      }
    }
  }
}
