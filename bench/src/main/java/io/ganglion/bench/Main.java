package io.ganglion.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./ganglion bench [NAME…] [--json] [--window SECONDS]}: measures and prints one line a
 * figure. {@code ./ganglion bench coordination …}: {@link Coordination} prints its own table.
 */
public final class Main {
  private static final int WINDOW_SECONDS = 5;
  private static final String WINDOW = "--window";

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    try {
      System.exit(measure(new ArrayList<>(List.of(arguments))) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /** Whether all figures reach their floors. */
  private static boolean measure(List<String> names) throws Exception {
    if (!names.isEmpty() && names.getFirst().equals(Coordination.NAME)) {
      return Coordination.measure(app(), names.subList(1, names.size()));
    }
    boolean json = names.remove("--json");
    var window = new Window(seconds(names));
    var jar = app();
    boolean ok = true;
    try (var rig = new Rig()) {
      var baseline = new Pgbench(rig, window.seconds());
      if (!json) {
        System.out.println(Figure.header());
      }
      for (var workload : Workloads.of(rig, baseline, window, jar, names)) {
        for (var figure : workload.measure()) {
          System.out.println(json ? figure.json() : figure.line());
          ok &= figure.ok();
        }
      }
    }
    return ok;
  }

  private static Path app() {
    return Path.of(System.getProperty("ganglion.app"), "quarkus-run.jar");
  }

  /** Takes the option out of the names. */
  private static int seconds(List<String> names) {
    int at = names.indexOf(WINDOW);
    if (at < 0) {
      return WINDOW_SECONDS;
    }
    if (at + 1 == names.size() || !names.get(at + 1).matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(WINDOW + " takes a number of seconds");
    }
    int seconds = Integer.parseInt(names.remove(at + 1));
    names.remove(at);
    return seconds;
  }
}
