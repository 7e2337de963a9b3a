package io.ganglion.crypto;

import io.ganglion.testing.KmsServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings for tests. */
record VaultSettings(
    Optional<Path> keyset,
    Optional<String> awsKey,
    Optional<Path> otherKeyset,
    Optional<String> otherAwsKey,
    Optional<URI> awsEndpoint)
    implements VaultConfig {

  static VaultSettings file(Path keyset) {
    return new VaultSettings(
        Optional.of(keyset),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static VaultSettings kms(KmsServer server) {
    return new VaultSettings(
        Optional.empty(),
        Optional.of(KmsServer.ARN),
        Optional.empty(),
        Optional.empty(),
        Optional.of(server.url()));
  }

  VaultSettings openingToo(Path other) {
    return new VaultSettings(keyset, awsKey, Optional.of(other), Optional.empty(), awsEndpoint);
  }

  @Override
  public boolean create() {
    return true;
  }

  @Override
  public Duration awsTimeout() {
    return Duration.ofSeconds(2);
  }

  @Override
  public Duration cached() {
    return Duration.ofMinutes(1);
  }

  @Override
  public int cachedCount() {
    return 100;
  }
}
