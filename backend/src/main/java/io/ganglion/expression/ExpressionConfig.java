package io.ganglion.expression;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of expressions, {@code ganglion.expression.*}; see {@link ExpressionLimits}. */
@ConfigMapping(prefix = "ganglion.expression")
interface ExpressionConfig {
  @WithDefault("100000")
  int steps();

  @WithDefault("1048576")
  int chars();

  @WithDefault("512")
  int depth();

  @WithDefault("PT0.25S")
  Duration time();

  @WithDefault("65536")
  int source();

  default ExpressionLimits limits() {
    return new ExpressionLimits(steps(), chars(), depth(), time(), source());
  }
}
