package io.ganglion.api.lab;

import io.ganglion.lab.Fault;
import io.ganglion.lab.FaultKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A programmed fault and what it has done so far. */
public record FaultView(
    UUID id,
    String platform,
    @Nullable String account,
    @Nullable String method,
    String pathPrefix,
    FaultKind kind,
    @Nullable Integer remaining,
    double probability,
    long seed,
    long delayMs,
    long seen,
    long struck) {
  static FaultView of(Fault fault) {
    var program = fault.program();
    return new FaultView(
        fault.id(),
        program.platform().word(),
        program.account().orElse(null),
        program.method().orElse(null),
        program.pathPrefix(),
        program.kind(),
        program.remaining().orElse(null),
        program.probability(),
        program.seed(),
        program.delay().toMillis(),
        fault.seen(),
        fault.struck());
  }
}
