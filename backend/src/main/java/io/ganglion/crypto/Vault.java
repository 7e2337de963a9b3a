package io.ganglion.crypto;

import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Seals secrets and opens them, each bound to its tenant and its place (AES-256-GCM). */
@ApplicationScoped
public class Vault {
  private final DataKeys keys;

  Vault(DataKeys keys) {
    this.keys = keys;
  }

  /**
   * Seals a secret with the tenant's newest data key.
   *
   * @param place where it is kept, e.g. {@code con_…|3}: it opens for the same place only
   */
  public Sealed seal(TenantId tenant, String place, byte[] secret) {
    try {
      var key = keys.newest(tenant);
      return new Sealed(key.generation(), key.aead().encrypt(secret, associated(tenant, place)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret of %s can't be sealed".formatted(place), e);
    }
  }

  /**
   * Opens what was sealed for this very tenant and place.
   *
   * @throws IllegalStateException if it was not, was changed, or its key is gone
   */
  public byte[] open(TenantId tenant, String place, Sealed sealed) {
    try {
      var key = keys.generation(tenant, sealed.generation());
      return key.aead().decrypt(sealed.bytes(), associated(tenant, place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the secret of %s can't be opened".formatted(place), e);
    }
  }

  private static byte[] associated(TenantId tenant, String place) {
    return "%s|%s".formatted(tenant, place).getBytes(StandardCharsets.UTF_8);
  }
}
