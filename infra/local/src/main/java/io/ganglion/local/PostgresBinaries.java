package io.ganglion.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the Maven artifact of this platform (60 MB, about 3 s).
 *
 * @param folder holds {@code bin/postgres} and {@code bin/initdb}
 */
record PostgresBinaries(Path folder) {
  private static final int ANY_EXECUTE = 0111;

  /**
   * The programs, unpacked below {@code bin} unless this version already is. Safe between
   * processes.
   */
  static PostgresBinaries in(Path bin) {
    URL archive = archive();
    try {
      // the length tells releases apart: an upgrade unpacks beside the old one
      long length = archive.openConnection().getContentLengthLong();
      Path folder = bin.resolve("postgres-" + length);
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(bin);
        unpackLocked(archive, folder);
      }
      return new PostgresBinaries(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("can't unpack PostgreSQL to " + bin, e);
    }
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private static URL archive() {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    String chip = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    String name = "/postgres-%s-%s.txz".formatted(system, chip);
    URL url = PostgresBinaries.class.getResource(name);
    if (url == null) {
      throw new StackFailure(
          "there is no PostgreSQL for %s %s among the build's artifacts".formatted(system, chip));
    }
    return url;
  }

  private static void unpackLocked(URL archive, Path folder) throws IOException {
    Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      if (Files.isDirectory(folder) || !held.isValid()) {
        return; // another process was first
      }
      Path half = folder.resolveSibling(folder.getFileName() + ".half");
      Trees.delete(half);
      unpack(archive, half);
      Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void unpack(URL archive, Path to) throws IOException {
    try (InputStream packed = archive.openStream();
        var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = entry.resolveIn(to); // refuses to leave the folder
        Files.createDirectories(entry.isDirectory() ? file : file.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
          Files.copy(tar, file);
          Files.setPosixFilePermissions(file, mode((entry.getMode() & ANY_EXECUTE) != 0));
        }
      }
    }
  }

  private static Set<PosixFilePermission> mode(boolean program) {
    var mode =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    if (program) {
      mode.add(PosixFilePermission.OWNER_EXECUTE);
      mode.add(PosixFilePermission.GROUP_EXECUTE);
      mode.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    return mode;
  }
}
