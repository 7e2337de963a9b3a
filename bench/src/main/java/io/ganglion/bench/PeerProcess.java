package io.ganglion.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Another durable engine in a process of its own, with a database of its own on our server. */
final class PeerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;

  private PeerProcess(Process process) {
    this.process = process;
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * @param name {@code dbos} or {@code db-scheduler}
   */
  static PeerProcess start(Rig rig, String name) throws IOException, SQLException {
    var database = "peer_" + name.replace('-', '_');
    try (var connection = rig.database()) {
      Runs.execute(connection, "DROP DATABASE IF EXISTS " + database);
      Runs.execute(connection, "CREATE DATABASE " + database);
    }
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var peers = Path.of(System.getProperty("ganglion.peers"));
    var classes =
        String.join(
            File.pathSeparator,
            peers.resolve("classes").toString(),
            peers.resolve("lib").resolve("*").toString());
    var login = rig.login(database);
    var command =
        List.of(
            java,
            "-Xmx2g",
            "-XX:+UseSerialGC",
            "-cp",
            classes,
            "io.ganglion.bench.peers.Main",
            name);
    var builder = new ProcessBuilder(new java.util.ArrayList<>(command));
    builder.command().addAll(List.of(login.url(), login.user(), login.password()));
    builder.redirectError(rig.folder().resolve(name + ".log").toFile());
    return new PeerProcess(builder.start());
  }

  /** Gives it a workload, e.g. {@code steps 128 2000}, and waits for its figure. */
  double measure(String workload) throws IOException {
    var orders = process.outputWriter(StandardCharsets.UTF_8);
    orders.write(workload + "\n");
    orders.flush();
    var answer = answers.readLine();
    if (answer == null) {
      throw new IllegalStateException("the peer ended; its log is in the bench's folder");
    }
    return Double.parseDouble(answer);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }
}
