package io.ganglion.crypto;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the keys come from. */
@ConfigMapping(prefix = "ganglion.vault")
interface VaultConfig {
  /**
   * File with the master keyset, in Tink's JSON format; only the platform's own user may read it.
   * Losing it loses every stored credential.
   */
  Optional<Path> keyset();

  /** Whether a missing file is made. For local use and tests: elsewhere an operator brings it. */
  @WithDefault("false")
  boolean create();

  /** How long an unwrapped data key is kept in memory after its last use. */
  @WithDefault("10m")
  Duration cached();

  /** How many unwrapped data keys are kept. */
  @WithDefault("10000")
  int cachedCount();
}
