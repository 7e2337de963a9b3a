package io.ganglion.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The baseline B: {@code pgbench -N} (simple update) with 8 clients, transactions a second. */
final class Pgbench {
  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
  private static final int SCALE = 10;

  private final Path program;
  private final Rig rig;
  private final int seconds;

  /**
   * @param seconds how long each measurement lasts
   */
  Pgbench(Rig rig, int seconds) throws IOException, InterruptedException {
    this.rig = rig;
    this.seconds = seconds;
    program =
        find()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the baseline needs pgbench: install PostgreSQL's client programs, e.g. apt-get install postgresql-client"));
    call("-i", "-q", "-s", Integer.toString(SCALE));
  }

  /** Transactions a second, now. */
  double tps() throws IOException, InterruptedException {
    var output = call("-N", "-c", "8", "-j", "2", "-T", Integer.toString(seconds));
    var found = TPS.matcher(output);
    if (!found.find()) {
      throw new IllegalStateException("pgbench said no rate: " + output);
    }
    return Double.parseDouble(found.group(1));
  }

  private String call(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    command.add(Rig.BASELINE);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    rig.point(builder.environment());
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("pgbench failed: " + output);
    }
    return output;
  }

  private static Optional<Path> find() throws IOException {
    var candidates = new ArrayList<Path>();
    for (var folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      candidates.add(Path.of(folder, "pgbench"));
    }
    var debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (var versions = Files.list(debian)) {
        versions.forEach(version -> candidates.add(version.resolve("bin/pgbench")));
      }
    }
    return candidates.stream().filter(Files::isExecutable).findFirst();
  }
}
