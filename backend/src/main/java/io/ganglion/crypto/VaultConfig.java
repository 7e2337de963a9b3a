package io.ganglion.crypto;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the keys come from. Either a keyset's file or a key of AWS KMS is the master key. */
@ConfigMapping(prefix = "ganglion.vault")
interface VaultConfig {
  /**
   * File with the master keyset, in Tink's JSON format; refused if anybody but its owner may touch
   * it. Losing it loses every stored credential.
   */
  Optional<Path> keyset();

  /** Whether a missing file is made. For local use and tests: elsewhere an operator brings it. */
  @WithDefault("false")
  boolean create();

  /** ARN of the key of AWS KMS that is the master key. */
  Optional<String> awsKey();

  /**
   * A keyset that opens too, and never wraps: the next one before a rotation, the last one after.
   */
  Optional<Path> otherKeyset();

  /** As {@link #otherKeyset}, a key of AWS KMS. */
  Optional<String> otherAwsKey();

  /** Where AWS KMS is asked instead of the key's region: a private endpoint. */
  Optional<URI> awsEndpoint();

  /** How long one call of AWS KMS may take. */
  @WithDefault("3s")
  Duration awsTimeout();

  /** How long an unwrapped data key is kept in memory after its last use. */
  @WithDefault("10m")
  Duration cached();

  /** How many unwrapped data keys are kept. */
  @WithDefault("10000")
  int cachedCount();
}
