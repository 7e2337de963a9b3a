package io.ganglion.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mail server on 127.0.0.1 that takes every mail, sends none on and forgets them when it ends:
 * GreenMail, as a child process that outlives the launcher. What it took is read over HTTP.
 */
public final class LocalMail implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(30);
  private static final Duration TERM = Duration.ofSeconds(5);
  private static final Duration KILL = Duration.ofSeconds(5);
  private static final int TAIL_LINES = 15;

  private final Path home;
  private final ChildRecord child;

  private LocalMail(Path home, ChildRecord child) {
    this.home = home;
    this.child = child;
  }

  /**
   * Starts it, or adopts the one that runs already.
   *
   * @param home its own folder, made when missing
   * @param jar GreenMail's standalone jar
   * @param smtp where it takes mails; 0 for any free port
   * @param mails where they are read; 0 for any free port
   * @throws StackFailure when it does not come up; the message has the end of its log
   */
  public static LocalMail start(Path home, Path jar, int smtp, int mails) {
    var running = find(home);
    if (running.isPresent()) {
      if (running.get().answers()) {
        return running.get();
      }
      running.get().stop();
    }
    var folder = Trees.makePrivate(home.toAbsolutePath().normalize());
    var log = new LogFile(folder.resolve("server.log"));
    long before = log.size();
    int smtpPort = smtp == 0 ? Ports.free() : smtp;
    int mailsPort = mails == 0 ? Ports.free() : mails;
    var launch = new Launch(folder, command(jar, smtpPort, mailsPort), Map.of(), log);
    var server = new LocalMail(folder, launch.start(smtpPort, String.valueOf(mailsPort)));
    Patience.until(READY, () -> !server.process().alive() || server.answers());
    if (!server.answers()) {
      server.stop();
      throw new StackFailure(
          "the mail server did not start; the end of %s:\n%s"
              .formatted(log.path(), String.join("\n", log.tail(TAIL_LINES, before))));
    }
    return server;
  }

  private static List<String> command(Path jar, int smtp, int mails) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dgreenmail.smtp.hostname=127.0.0.1",
        "-Dgreenmail.smtp.port=" + smtp,
        "-Dgreenmail.api.hostname=127.0.0.1",
        "-Dgreenmail.api.port=" + mails,
        "-Dgreenmail.auth.disabled",
        "-jar",
        jar.toString());
  }

  /** The one that runs over {@code home}, if one does; it may not answer. */
  public static Optional<LocalMail> find(Path home) {
    var folder = home.toAbsolutePath().normalize();
    return ChildRecord.running(folder).map(child -> new LocalMail(folder, child));
  }

  /** Where it takes mails by SMTP, without authentication. */
  public int port() {
    return child.port();
  }

  /** Where people look at mails. */
  public String url() {
    return "http://127.0.0.1:" + child.build();
  }

  /** Where a program reads the mails to that address: a JSON array. */
  public String mailsUrl(String address) {
    return url() + "/api/user/" + address + "/messages/";
  }

  public ProcessRef process() {
    return child.process();
  }

  boolean answers() {
    return Http.serves(url() + "/api/service/readiness");
  }

  public void stop() {
    if (!process().end("TERM", TERM)) {
      process().end("KILL", KILL);
    }
    ChildRecord.forget(home);
  }

  @Override
  public void close() {
    stop();
  }
}
