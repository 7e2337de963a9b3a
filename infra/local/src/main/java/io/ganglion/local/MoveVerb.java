package io.ganglion.local;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * {@code ./ganglion tenant-move}: starts the backend's program for it, and tells it by its standard
 * input where the two cells are.
 */
final class MoveVerb {
  private static final String PROGRAM = "io.ganglion.move.TenantMove";

  private final StackDir dir;
  private final Build build;
  private final MoveOptions options;

  MoveVerb(StackDir dir, Build build, MoveOptions options) {
    this.dir = dir;
    this.build = build;
    this.options = options;
  }

  /**
   * @return 0 if the tenant lives in the destination, or in the source after {@code --abort}
   */
  int run() throws InterruptedException {
    var settings = settings();
    try {
      var process =
          new ProcessBuilder(command())
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var in = process.getOutputStream()) {
        in.write(settings.getBytes(StandardCharsets.UTF_8));
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("the program that moves tenants can't be started", e);
    }
  }

  private List<String> command() {
    var app = build.folder().resolve("app");
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        "-cp",
        "%1$s/app/*:%1$s/lib/main/*:%1$s/lib/boot/*".formatted(app),
        PROGRAM);
  }

  private String settings() {
    var all = new Properties();
    CellSettings.of(options.from()).forEach((name, value) -> all.put("from." + name, value));
    CellSettings.of(options.to()).forEach((name, value) -> all.put("to." + name, value));
    all.setProperty("tenant", options.tenant());
    all.setProperty("folder", dir.moves().resolve(options.tenant()).toString());
    all.setProperty("abort", String.valueOf(options.abort()));
    options.waitS().ifPresent(seconds -> all.setProperty("wait", String.valueOf(seconds)));
    var text = new StringWriter();
    try {
      all.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
