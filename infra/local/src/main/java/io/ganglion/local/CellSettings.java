package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Properties;

/** Where a cell is: its database as the role that migrates sees it, its master key, its address. */
final class CellSettings {
  private CellSettings() {}

  /**
   * Of a clone whose stack runs, or as a file has them.
   *
   * @param cell the clone's folder, or a properties file that its owner alone may read
   * @throws StackFailure if it is neither
   */
  static Properties of(Path cell) {
    return Files.isDirectory(cell) ? ofStack(new StackDir(cell)) : ofFile(cell);
  }

  private static Properties ofStack(StackDir dir) {
    var postgres =
        LocalPostgres.find(dir.postgres())
            .filter(LocalPostgres::answers)
            .orElseThrow(
                () ->
                    new StackFailure(
                        "no stack runs in %s; start one by ./ganglion up".formatted(dir.root())));
    var settings = new Properties();
    settings.setProperty("database.url", postgres.jdbcUrl());
    settings.setProperty("database.password", Secrets.in(dir.secrets()).roles().owner());
    settings.setProperty("vault.keyset", dir.masterKeyset().toString());
    StackFile.read(dir).ifPresent(stack -> settings.setProperty("address", stack.url()));
    return settings;
  }

  private static Properties ofFile(Path file) {
    var settings = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      var owners = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      if (!owners.containsAll(Files.getPosixFilePermissions(file))) {
        throw new StackFailure(
            "%s has a password and is open to others than its owner; chmod 0600 it"
                .formatted(file));
      }
      settings.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("%s can't be read".formatted(file), e);
    }
    return settings;
  }
}
