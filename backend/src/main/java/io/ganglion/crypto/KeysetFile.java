package io.ganglion.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/** A master key in a file: for one machine, or a mounted secret. */
final class KeysetFile {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private KeysetFile() {}

  /**
   * @param create whether a missing file is made
   * @throws IllegalStateException if it is no keyset, or anybody but its owner may touch it
   */
  static Master open(Path file, boolean create) {
    try {
      if (Files.notExists(file) && create) {
        make(file);
      }
      if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
        throw new IllegalStateException(
            "the master keyset in %s is open to others than its owner; chmod 0600 it, and exchange it if others could read it"
                .formatted(file));
      }
      var keyset =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), InsecureSecretKeyAccess.get());
      return new Master(
          "keyset:" + Integer.toUnsignedString(keyset.getPrimary().getId()),
          keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the master keyset in %s is unusable".formatted(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException("the master keyset in %s can't be read".formatted(file), e);
    }
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
