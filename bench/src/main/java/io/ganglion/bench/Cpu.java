package io.ganglion.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** CPU time of processes, from Linux's /proc: it drifts less than the clock does. */
final class Cpu {
  /** What /proc counts in, per second; 100 on every Linux there is. */
  private static final long TICKS = 100;

  private Cpu() {}

  /** Microseconds that the process, its children and those it has outlived have used so far. */
  static long micros(long pid) {
    var family =
        LongStream.concat(
            LongStream.of(pid),
            ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid));
    return family.map(Cpu::ticks).sum() * 1_000_000 / TICKS;
  }

  /** Bytes of the process in memory. */
  static long resident(long pid) throws IOException {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      var line = lines.filter(it -> it.startsWith("VmRSS:")).findFirst().orElseThrow();
      return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
    }
  }

  /** utime, stime, cutime and cstime: fields 14 to 17 of {@code stat}, see proc(5). */
  private static long ticks(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1); // from field 3 on
      long ticks = 0;
      for (int field = 14; field <= 17; field++) {
        ticks += Long.parseLong(fields[field - 3]);
      }
      return ticks;
    } catch (IOException e) {
      return 0; // it has just ended; whoever waited for it counts it
    }
  }
}
