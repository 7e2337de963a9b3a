package io.ganglion.crypto;

import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The master key in use, and another one that opens as well while keys are exchanged. Read at the
 * start, so that a missing one is noticed then.
 */
@Startup
@Singleton
final class Masters {
  private final Master current;
  private final Optional<Master> other;

  /**
   * @throws IllegalStateException when there is no usable master key, or two are named for one
   */
  @Inject
  Masters(VaultConfig config) {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is missing", e);
    }
    this.current =
        one(config, config.keyset(), config.awsKey(), config.create())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no master key: set ganglion.vault.keyset (GANGLION_VAULT_KEYSET) to the"
                            + " file of a keyset, or ganglion.vault.aws-key to the ARN of a key"));
    this.other = one(config, config.otherKeyset(), config.otherAwsKey(), false);
  }

  private static Optional<Master> one(
      VaultConfig config, Optional<Path> keyset, Optional<String> awsKey, boolean create) {
    if (keyset.isPresent() && awsKey.isPresent()) {
      throw new IllegalStateException(
          "two master keys: set either the keyset's file or the key of AWS KMS");
    }
    return keyset
        .map(file -> KeysetFile.open(file, create))
        .or(() -> awsKey.map(arn -> AwsKey.open(arn, config.awsEndpoint(), config.awsTimeout())));
  }

  /** The name of the key that wraps. */
  String current() {
    return current.name();
  }

  byte[] wrap(byte[] key, byte[] associated) throws GeneralSecurityException {
    return current.aead().encrypt(key, associated);
  }

  /**
   * @param name of the key that wrapped it; where none of ours has it (rows from before there were
   *     names, a keyset whose primary key was exchanged) each is tried
   */
  byte[] unwrap(String name, byte[] wrapped, byte[] associated) throws GeneralSecurityException {
    if (other.isEmpty() || current.name().equals(name)) {
      return current.aead().decrypt(wrapped, associated);
    }
    if (other.get().name().equals(name)) {
      return other.get().aead().decrypt(wrapped, associated);
    }
    try {
      return current.aead().decrypt(wrapped, associated);
    } catch (GeneralSecurityException e) {
      return other.get().aead().decrypt(wrapped, associated);
    }
  }
}
