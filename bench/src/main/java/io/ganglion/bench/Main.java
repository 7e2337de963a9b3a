package io.ganglion.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./ganglion bench [NAME…] [--json]}: measures and prints one line a figure. */
public final class Main {
  private static final int BASELINE_SECONDS = 5;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    var names = new ArrayList<>(List.of(arguments));
    boolean json = names.remove("--json");
    var jar = Path.of(System.getProperty("ganglion.app"), "quarkus-run.jar");
    boolean ok = true;
    try (var rig = new Rig()) {
      var baseline = new Pgbench(rig, BASELINE_SECONDS);
      if (!json) {
        System.out.println(Figure.header());
      }
      for (var workload : Workloads.of(rig, baseline, jar, names)) {
        for (var figure : workload.measure()) {
          System.out.println(json ? figure.json() : figure.line());
          ok &= figure.ok();
        }
      }
    }
    System.exit(ok ? 0 : 1);
  }
}
