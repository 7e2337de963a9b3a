package io.ganglion.api;

import io.ganglion.engine.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A process with the worker's role is ready once it holds a lease. */
@Readiness
@ApplicationScoped
class WorkerHealth implements HealthCheck {
  private final Engine engine;

  WorkerHealth(Engine engine) {
    this.engine = engine;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("worker lease").status(engine.ready()).build();
  }
}
