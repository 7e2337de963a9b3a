package io.ganglion.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of another language, in a process of its own, whose output is kept. */
record Program(Process process, Path output) {
  private static final long LONGEST_S = 180;

  static Program start(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    var output = Files.createTempFile("program", ".log");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return new Program(builder.start(), output);
  }

  /** Its exit code. */
  int end() throws InterruptedException {
    return end(Duration.ofSeconds(LONGEST_S));
  }

  /** Its exit code, for one that may take longer. */
  int end(Duration longest) throws InterruptedException {
    if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
      kill();
      throw new IllegalStateException("it did not end");
    }
    return process.exitValue();
  }

  /** At once, with what it has started. */
  void kill() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  String said() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
