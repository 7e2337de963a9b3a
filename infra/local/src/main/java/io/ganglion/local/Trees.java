package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.HashSet;

/** Whole folders of the local stack. */
final class Trees {
  private Trees() {}

  /** Makes a folder that its owner alone may enter; one that exists keeps its mode. */
  static Path makePrivate(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        var mode =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder, mode);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("can't make " + folder, e);
    }
  }

  /** Deletes the folder and all that is in it; follows no link. */
  static void delete(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't delete " + folder, e);
    }
  }

  /** Lets others through the folder to what they may see below it; they still can't list it. */
  static void letPass(Path folder) {
    try {
      var mode = new HashSet<>(Files.getPosixFilePermissions(folder));
      mode.add(PosixFilePermission.GROUP_EXECUTE);
      mode.add(PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(folder, mode);
    } catch (IOException e) {
      throw new UncheckedIOException("can't let others pass " + folder, e);
    }
  }

  /**
   * Gives the folder and all that is in it to {@code owner}, unless the folder is theirs already.
   */
  static void give(Path folder, UserPrincipal owner) {
    try {
      if (Files.getOwner(folder).equals(owner)) {
        return;
      }
      try (var files = Files.walk(folder)) {
        // the folder itself last: its owner tells that the rest is done
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.setAttribute(file, "owner:owner", owner, LinkOption.NOFOLLOW_LINKS);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't give %s to %s".formatted(folder, owner), e);
    }
  }
}
