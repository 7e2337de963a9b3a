package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start one child: in a session of its own, its output in a file, so that neither Ctrl-C in
 * the terminal nor the launcher's death reaches it.
 *
 * @param home the child's folder and working directory; its {@link ChildRecord} is kept there
 * @param command program and arguments
 * @param environment added to the launcher's own
 * @param log where its output goes
 */
record Launch(Path home, List<String> command, Map<String, String> environment, LogFile log) {
  /**
   * The program runs only once a line arrives: a launcher killed between fork and record leaves a
   * shell that reads the end of its input and goes, never an unrecorded server.
   */
  private static final String GATE = "read -r go && exec \"$@\" </dev/null";

  /** Starts the child. Its record is on disk before its program runs. */
  ChildRecord start(int port, String build) {
    var line = new ArrayList<String>();
    Programs.find("setsid").ifPresent(setsid -> line.add(setsid.toString()));
    line.addAll(List.of("sh", "-c", GATE, "sh"));
    line.addAll(command);
    var builder = new ProcessBuilder(line).directory(home.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.rotated().toFile()));
    try {
      var process = builder.start();
      var ref = ProcessRef.of(process.pid());
      if (ref.isEmpty()) {
        throw new StackFailure(
            "%s ended at once; see %s".formatted(command.getFirst(), log.path()));
      }
      var child = new ChildRecord(ref.get(), port, build);
      child.write(home);
      try (var gate = process.getOutputStream()) {
        gate.write("go\n".getBytes(StandardCharsets.US_ASCII));
      }
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
