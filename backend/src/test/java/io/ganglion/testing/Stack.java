package io.ganglion.testing;

import io.ganglion.kernel.TenantId;
import io.ganglion.local.Bootstrap;
import io.ganglion.local.LocalPostgres;
import io.ganglion.local.LocalRedis;
import io.ganglion.local.RolePasswords;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

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

  /** Ports below those from which Linux gives clients theirs (ip_local_port_range: 32768). */
  private static final int PORTS_A_FORK = 2_000;

  private static final int FIRST_PORT =
      20_000 + PORTS_A_FORK * Integer.getInteger("ganglion.test.fork", 0);
  private static final AtomicInteger NEXT_PORT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS_A_FORK));

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

  /** A connection that sees every row of every tenant. */
  public static Connection asSuperuser() throws SQLException {
    start();
    return asSuperuser(System.getProperty(KEY + ".superuser"));
  }

  /**
   * The same on another server.
   *
   * @param maintenance as {@link LocalPostgres#superuserUrl()} gives it
   */
  public static Connection asSuperuser(String maintenance) throws SQLException {
    var database = databaseUrl().replaceAll(".*/|[?].*", "");
    return DriverManager.getConnection(
        maintenance.replaceFirst("/postgres([?])", "/" + database + "$1"));
  }

  /** A connection of one of the roles that sees a tenant until it is closed. */
  public static Connection asTenant(String role, TenantId tenant) throws SQLException {
    var connection = as(role).getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute("SET ganglion.tenant = '%s'".formatted(tenant.uuid()));
    }
    return connection;
  }

  /**
   * A port nobody listens on right now. It is one of those that no system gives to clients, and
   * another fork of the tests gets others: a process that is killed and started again finds it free
   * still.
   */
  public static int freePort() {
    for (int tried = 0; tried < PORTS_A_FORK; tried++) {
      int port = FIRST_PORT + Math.floorMod(NEXT_PORT.getAndIncrement(), PORTS_A_FORK);
      try (var socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        continue;
      }
    }
    throw new IllegalStateException("no port is free from " + FIRST_PORT);
  }

  /**
   * Where the application under test listens: the same after a restart in one JVM, since what is
   * made before its start would know another address by then.
   */
  static String applicationPort() {
    return (String)
        System.getProperties()
            .computeIfAbsent(KEY + ".application", any -> String.valueOf(freePort()));
  }

  private static void start() {
    synchronized (System.class) { // one lock for all class loaders
      if (System.getProperty(KEY + ".db") != null) {
        return;
      }
      try {
        var folder = Files.createTempDirectory("ganglion-test");
        var postgres = LocalPostgres.start(folder.resolve("postgres"), 0);
        Bootstrap.run(postgres.superuserUrl(), new RolePasswords(PASSWORD, PASSWORD, PASSWORD));
        var redis = LocalRedis.start(folder.resolve("redis"), 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, redis, folder)));
        System.setProperty(KEY + ".redis", redis.url());
        System.setProperty(KEY + ".superuser", postgres.superuserUrl());
        System.setProperty(KEY + ".keyset", folder.resolve("keyset.json").toString());
        System.setProperty(KEY + ".db", postgres.jdbcUrl());
      } catch (IOException e) {
        throw new IllegalStateException("the test stack didn't start", e);
      }
    }
  }

  private static void stop(LocalPostgres postgres, LocalRedis redis, Path folder) {
    redis.stop();
    postgres.killHard(); // nothing of it is kept
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
