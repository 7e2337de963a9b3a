package io.ganglion.crypto;

import io.ganglion.kernel.TenantId;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Hands tenants' data keys from one installation to another, whose master key may be another one.
 * What the data keys have sealed stays as it is.
 */
public final class KeyHandover {
  private final Optional<Masters> from;
  private final Masters to;

  /**
   * Where an installation's master key is; an address alone is none.
   *
   * @param keyset the keyset's file
   * @param awsKey or the ARN of a key of AWS KMS
   * @param awsEndpoint where AWS KMS is asked instead of the key's region
   */
  public record Keys(Optional<Path> keyset, Optional<String> awsKey, Optional<URI> awsEndpoint) {}

  /** A data key as it is stored. */
  public record Wrapped(
      TenantId tenant, int generation, String master, byte[] bytes, OffsetDateTime createdAt) {}

  /**
   * @param from of the installation that has the keys; empty where it is not known: then they have
   *     to open by the other's master key
   * @throws IllegalStateException if a master key is named that can't be used
   */
  public KeyHandover(Optional<Keys> from, Keys to) {
    this.from = from.map(KeyHandover::masters);
    this.to = masters(to);
  }

  private static Masters masters(Keys keys) {
    return new Masters(new Given(keys));
  }

  /**
   * The same key, wrapped by the master key of the other installation; it was seen to open.
   *
   * @throws IllegalStateException if no master key opens it
   */
  public Wrapped hand(Wrapped key) {
    var place = DataKeys.place(key.tenant, key.generation);
    try {
      to.unwrap(key.master, key.bytes, place);
      return key;
    } catch (GeneralSecurityException other) {
      return rewrapped(key, place);
    }
  }

  private Wrapped rewrapped(Wrapped key, byte[] place) {
    var source =
        from.orElseThrow(
            () ->
                new IllegalStateException(
                    "the destination's master key %s does not open the tenant's data keys, which %s wraps: name the source's master key too"
                        .formatted(to.current(), key.master)));
    try {
      var bytes = to.wrap(source.unwrap(key.master, key.bytes, place), place);
      return new Wrapped(key.tenant, key.generation, to.current(), bytes, key.createdAt);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "neither cell's master key opens the tenant's data keys, which %s wraps"
              .formatted(key.master),
          e);
    }
  }

  /** Nothing is made, and nothing kept for long. */
  private record Given(Keys keys) implements VaultConfig {
    @Override
    public Optional<Path> keyset() {
      return keys.keyset;
    }

    @Override
    public boolean create() {
      return false;
    }

    @Override
    public Optional<String> awsKey() {
      return keys.awsKey;
    }

    @Override
    public Optional<Path> otherKeyset() {
      return Optional.empty();
    }

    @Override
    public Optional<String> otherAwsKey() {
      return Optional.empty();
    }

    @Override
    public Optional<URI> awsEndpoint() {
      return keys.awsEndpoint;
    }

    @Override
    public Duration awsTimeout() {
      return Duration.ofSeconds(10);
    }

    @Override
    public Duration cached() {
      return Duration.ZERO;
    }

    @Override
    public int cachedCount() {
      return 0;
    }
  }
}
