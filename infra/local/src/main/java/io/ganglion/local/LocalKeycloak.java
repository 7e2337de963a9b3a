package io.ganglion.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Keycloak on 127.0.0.1, as a child process that outlives the launcher. */
public final class LocalKeycloak {
  private static final String REALM = "ganglion";
  private static final Duration TERM = Duration.ofSeconds(20);
  private static final Duration KILL = Duration.ofSeconds(5);

  private final Path home;
  private final ChildRecord child;

  LocalKeycloak(Path home, ChildRecord child) {
    this.home = home;
    this.child = child;
  }

  /** The one that runs over {@code home}, if one does; it may not answer. */
  public static Optional<LocalKeycloak> find(Path home) {
    var folder = home.toAbsolutePath().normalize();
    return ChildRecord.running(folder).map(child -> new LocalKeycloak(folder, child));
  }

  public int port() {
    return child.port();
  }

  public ProcessRef process() {
    return child.process();
  }

  String settings() {
    return child.build();
  }

  public String url() {
    return url(port());
  }

  static String url(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** The issuer of our realm's tokens. */
  static String realmUrl(int port) {
    return url(port) + "/realms/" + REALM;
  }

  /** Of our realm's administration. */
  static String adminUrl(int port) {
    return url(port) + "/admin/realms/" + REALM;
  }

  /** Whether it serves our realm. */
  public boolean ready() {
    return Http.serves(realmUrl(port()) + "/.well-known/openid-configuration");
  }

  public void stop() {
    if (!process().end("TERM", TERM)) {
      process().end("KILL", KILL);
    }
    ChildRecord.forget(home);
  }
}
