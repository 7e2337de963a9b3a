package io.ganglion.bench;

import io.ganglion.local.Bootstrap;
import io.ganglion.local.LocalPostgres;
import io.ganglion.local.LocalRedis;
import io.ganglion.local.RolePasswords;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;

/** The servers a benchmark runs on: real Postgres and Redis in a folder that is deleted after. */
final class Rig implements AutoCloseable {
  /** The database of the baselines, beside the platform's. */
  static final String BASELINE = "baseline";

  /** Password of every role, and of the operator: nobody else gets at these servers. */
  static final String PASSWORD = "bench-of-ganglion";

  private final Path folder;
  private final LocalPostgres postgres;
  private final LocalRedis redis;

  Rig() throws IOException, SQLException {
    folder = Files.createTempDirectory("ganglion-bench");
    postgres = LocalPostgres.start(folder.resolve("postgres"), 0);
    Bootstrap.run(postgres.superuserUrl(), new RolePasswords(PASSWORD, PASSWORD, PASSWORD));
    redis = LocalRedis.start(folder.resolve("redis"), 0);
    try (var connection = DriverManager.getConnection(postgres.superuserUrl());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + BASELINE);
    }
  }

  /** A superuser's connection to the platform's database: it sees every tenant. */
  Connection database() throws SQLException {
    return DriverManager.getConnection(
        postgres.superuserUrl().replace("/postgres?", "/" + Bootstrap.DATABASE + "?"));
  }

  /** Points PostgreSQL's own programs at the server. */
  void point(Map<String, String> environment) {
    var url = URI.create(postgres.superuserUrl().substring("jdbc:".length()));
    environment.put("PGHOST", url.getHost());
    environment.put("PGPORT", Integer.toString(url.getPort()));
    for (var parameter : url.getQuery().split("&", -1)) {
      if (parameter.startsWith("user=")) {
        environment.put("PGUSER", parameter.substring("user=".length()));
      }
      if (parameter.startsWith("password=")) {
        environment.put("PGPASSWORD", parameter.substring("password=".length()));
      }
    }
  }

  /** What the backend needs to run on these servers. */
  Map<String, String> environment() {
    return Map.of(
        "GANGLION_DB_URL", postgres.jdbcUrl(),
        "GANGLION_DB_OWNER_PASSWORD", PASSWORD,
        "GANGLION_DB_APP_PASSWORD", PASSWORD,
        "GANGLION_DB_ENGINE_PASSWORD", PASSWORD,
        "GANGLION_REDIS_URL", redis.url(),
        "GANGLION_VAULT_KEYSET", folder.resolve("keyset.json").toString(),
        "GANGLION_OPERATOR_TOKEN", PASSWORD);
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    redis.stop();
    postgres.killHard(); // nothing of it is kept
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
