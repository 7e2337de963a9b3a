package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The launcher in a JVM of its own. */
record Launcher(Process process, Path output, Duration patience) {
  /**
   * A shell runs what goes on in the background deaf to Ctrl-C, and its children inherit that: here
   * we undo it.
   */
  static final List<String> HEARING = List.of("env", "--default-signal=INT");

  static Launcher start(Path clone, Duration patience, String... arguments) throws IOException {
    Path output = clone.resolve("launcher-" + UUID.randomUUID() + ".log");
    var hearing = canHear() ? HEARING : List.<String>of();
    var command =
        Stream.of(
            hearing.stream(),
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dganglion.root=" + clone,
                "-Dganglion.build=" + clone.resolve("build"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()),
            Arrays.stream(arguments));
    var process =
        new ProcessBuilder(command.flatMap(part -> part).toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new Launcher(process, output, patience);
  }

  static boolean canHear() {
    return Programs.works(Stream.concat(HEARING.stream(), Stream.of("true")).toList());
  }

  /** The test's own class path, as a manifest writes it. */
  static String classPathUrls() {
    return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
        .map(entry -> Path.of(entry).toUri().toString())
        .collect(Collectors.joining(" "));
  }

  void await(String text) {
    boolean came = Patience.until(patience, () -> text().contains(text) || !process.isAlive());
    assertThat(text()).contains(text);
    assertThat(came).isTrue();
  }

  void signal(String name) {
    ProcessRef.of(process.pid()).orElseThrow().signal(name);
  }

  int code() throws InterruptedException {
    assertThat(process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)).as(text()).isTrue();
    return process.exitValue();
  }

  String text() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
