package io.ganglion.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** The key above all others. Read at the start, so that a missing one is noticed then. */
@Startup
@Singleton
final class MasterKey {
  private final Aead aead;

  /**
   * @throws IllegalStateException when there is no usable keyset
   */
  @Inject
  MasterKey(VaultConfig config) {
    var file =
        config
            .keyset()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "ganglion.vault.keyset (GANGLION_VAULT_KEYSET) names no file; set it to"
                            + " the master keyset's"));
    try {
      AeadConfig.register();
      if (Files.notExists(file) && config.create()) {
        make(file);
      }
      this.aead =
          TinkJsonProtoKeysetFormat.parseKeyset(
                  Files.readString(file), InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the master keyset in %s is unusable".formatted(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException("the master keyset in %s can't be read".formatted(file), e);
    }
  }

  byte[] wrap(byte[] key, byte[] associated) throws GeneralSecurityException {
    return aead.encrypt(key, associated);
  }

  byte[] unwrap(byte[] wrapped, byte[] associated) throws GeneralSecurityException {
    return aead.decrypt(wrapped, associated);
  }

  /** Written aside and then linked: another process sees the whole file or none. */
  private static void make(Path file) throws IOException, GeneralSecurityException {
    var folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft = Files.createTempFile(folder, "keyset", ".json", owner);
    try {
      var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      Files.writeString(
          draft, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return; // another process was first; its keyset serves both
    } finally {
      Files.delete(draft);
    }
  }
}
