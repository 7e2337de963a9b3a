package io.ganglion.local;

import java.io.IOException;
import java.nio.file.Path;

/** Another JVM that starts one server and stays, to be killed. */
final class OtherLauncher {
  private OtherLauncher() {}

  public static void main(String[] args) throws InterruptedException {
    Path home = Path.of(args[1]);
    long pid =
        args[0].equals("postgres")
            ? LocalPostgres.start(home, 0).pid()
            : LocalRedis.start(home, 0).pid();
    System.out.println(pid);
    Thread.sleep(Long.MAX_VALUE);
  }

  /**
   * Starts the server in another JVM, then kills that JVM with SIGKILL.
   *
   * @param path searched for programs before the usual PATH
   * @return the server's pid
   */
  static long startAndBeKilled(String server, Path home, Path... path)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherLauncher.class.getName(),
                server,
                home.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    for (Path folder : path) {
      builder.environment().merge("PATH", folder.toString(), (usual, first) -> first + ":" + usual);
    }
    var process = builder.start();
    try (var out = process.inputReader()) {
      String line = out.readLine();
      process.destroyForcibly().waitFor();
      return Long.parseLong(line);
    }
  }
}
