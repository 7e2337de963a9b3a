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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

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

  /** How a program gets at one of the server's databases. */
  record Login(String host, int port, String url, String user, String password) {}

  /** The superuser's way to a database. */
  Login login(String database) {
    var url = URI.create(postgres.superuserUrl().substring("jdbc:".length()));
    var parameters = new HashMap<String, String>();
    for (var parameter : url.getQuery().split("&", -1)) {
      int equals = parameter.indexOf('=');
      parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
    }
    return new Login(
        url.getHost(),
        url.getPort(),
        "jdbc:postgresql://%s:%d/%s".formatted(url.getHost(), url.getPort(), database),
        Objects.requireNonNull(parameters.get("user")),
        Objects.requireNonNull(parameters.get("password")));
  }

  /** Points PostgreSQL's own programs at the server. */
  void point(Map<String, String> environment) {
    var login = login(BASELINE);
    environment.put("PGHOST", login.host());
    environment.put("PGPORT", Integer.toString(login.port()));
    environment.put("PGUSER", login.user());
    environment.put("PGPASSWORD", login.password());
  }

  /** The server's main process. */
  long postgres() {
    return postgres.pid();
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
