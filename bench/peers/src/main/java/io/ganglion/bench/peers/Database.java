package io.ganglion.bench.peers;

import com.zaxxer.hikari.HikariDataSource;

/** A peer's own database. */
record Database(String url, String user, String password, int connections) {
  HikariDataSource pool() {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setMaximumPoolSize(connections);
    return pool;
  }
}
