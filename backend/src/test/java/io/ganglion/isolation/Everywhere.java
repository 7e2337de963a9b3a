package io.ganglion.isolation;

import static io.restassured.RestAssured.given;

import io.ganglion.testing.Stack;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** All places where a secret could turn up, from its opening on. */
final class Everywhere implements AutoCloseable {
  private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
  private final Level before = level();
  private final Filter listening;
  private final Handler handler =
      new Handler() {
        private final PatternFormatter pattern = new PatternFormatter("%c %s %X%e");

        @Override
        public void publish(LogRecord line) {
          log.add(pattern.format(ExtLogRecord.wrap(line)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  Everywhere() {
    handler.setLevel(Level.ALL);
    Logger.getLogger("").addHandler(handler);
    Logger.getLogger("io.ganglion").setLevel(Level.FINE); // DEBUG
    listening =
        (request, response, context) -> {
          var answer = context.next(request, response);
          answers.add(
              "%s %s: %d %s %s"
                  .formatted(
                      request.getMethod(),
                      request.getURI().replaceAll("[?].*", ""),
                      answer.statusCode(),
                      answer.headers(),
                      answer.asString()));
          return answer;
        };
    RestAssured.filters(listening);
  }

  private static Level level() {
    return Logger.getLogger("io.ganglion").getLevel();
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(handler);
    Logger.getLogger("io.ganglion").setLevel(before);
    RestAssured.replaceFiltersWith(List.of());
  }

  int answers() {
    return answers.size();
  }

  /** The texts of each place. */
  Map<String, String> texts(RedisDataSource redis) throws SQLException {
    var texts = new LinkedHashMap<String, String>();
    texts.put("metrics", given().get("/q/metrics").asString());
    texts.put("health", given().get("/q/health").asString());
    texts.put("log", String.join("\n", log));
    texts.put("answers", String.join("\n", answers));
    try (var connection = Stack.asSuperuser();
        var statement = connection.createStatement()) {
      var tables = new ArrayList<String>();
      try (var rows =
          statement.executeQuery(
              "SELECT oid::regclass::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (var table : tables) {
        var text = new StringBuilder();
        try (var rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
          while (rows.next()) {
            text.append(rows.getString(1)).append('\n'); // bytes are hexadecimal
          }
        }
        texts.put("table " + table, text.toString());
      }
    }
    var kept = new StringBuilder();
    for (var key : redis.key().keys("*")) {
      kept.append(key)
          .append(' ')
          .append(new String(redis.execute("DUMP", key).toBytes(), StandardCharsets.ISO_8859_1));
    }
    texts.put("redis", kept.toString());
    return texts;
  }
}
