package io.ganglion.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import redis.embedded.RedisServer;

/**
 * A real Postgres and Redis, started at first use and stopped with the JVM. Where they are is kept
 * in system properties, since Quarkus loads test classes more than once.
 */
public final class Stack {
  private static final String KEY = "ganglion.test.stack";

  /** The password of every role. */
  public static final String PASSWORD = "test";

  /** Bearer of the operator's calls. */
  public static final String OPERATOR_TOKEN = "operator-token-of-the-tests";

  private Stack() {}

  /** The database, as role ganglion_owner sees it before any migration. */
  public static String databaseUrl() {
    start();
    return System.getProperty(KEY + ".db");
  }

  public static String redisUrl() {
    start();
    return System.getProperty(KEY + ".redis");
  }

  /** Where the master keyset is, or will be. */
  public static String keyset() {
    start();
    return System.getProperty(KEY + ".keyset");
  }

  /** Connections as one of the roles, for tests that look behind the application's back. */
  public static PGSimpleDataSource as(String role) {
    var source = new PGSimpleDataSource();
    source.setUrl(databaseUrl());
    source.setUser(role);
    source.setPassword(PASSWORD);
    return source;
  }

  /** A port nobody listens on right now. */
  public static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void start() {
    synchronized (System.class) { // one lock for all class loaders
      if (System.getProperty(KEY + ".db") != null) {
        return;
      }
      try {
        var postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .setServerConfig("fsync", "off") // a test run's data need not survive the machine
                .start();
        prepare(postgres);
        var redis = RedisServer.newRedisServer().port(freePort()).bind("127.0.0.1").build();
        redis.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, redis)));
        System.setProperty(KEY + ".redis", "redis://127.0.0.1:" + redis.ports().getFirst());
        var folder = Files.createTempDirectory("ganglion-test");
        System.setProperty(KEY + ".keyset", folder.resolve("keyset.json").toString());
        System.setProperty(
            KEY + ".db", "jdbc:postgresql://127.0.0.1:%d/ganglion".formatted(postgres.getPort()));
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("the test stack didn't start", e);
      }
    }
  }

  private static void prepare(EmbeddedPostgres postgres) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      for (var role : List.of("ganglion_owner", "ganglion_app", "ganglion_engine")) {
        statement.execute(
            "CREATE ROLE %s LOGIN NOBYPASSRLS PASSWORD '%s'".formatted(role, PASSWORD));
      }
      statement.execute("CREATE DATABASE ganglion OWNER ganglion_owner");
    }
    try (var connection = postgres.getDatabase("ganglion_owner", "ganglion").getConnection();
        var statement = connection.createStatement()) {
      statement.execute("GRANT USAGE ON SCHEMA public TO ganglion_app, ganglion_engine");
    }
  }

  private static void stop(EmbeddedPostgres postgres, RedisServer redis) {
    try {
      redis.stop();
      postgres.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
