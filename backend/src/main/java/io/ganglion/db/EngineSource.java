package io.ganglion.db;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The engine's connections, for background work that serves many tenants at a time. */
@ApplicationScoped
public class EngineSource {
  private final AgroalDataSource engine;

  EngineSource(@DataSource("engine") AgroalDataSource engine) {
    this.engine = engine;
  }

  /**
   * A way to transactions of its own.
   *
   * @param concurrency how many may be open at once; more callers wait
   */
  public EngineTx transactions(int concurrency) {
    return new EngineTx(engine, concurrency);
  }
}
