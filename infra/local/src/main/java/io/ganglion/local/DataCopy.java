package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Copies a data folder whose server may be at work: what changes meanwhile is mended by recovery,
 * and what vanishes is of no use to a copy.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP-DATA">Which
 *     files to leave out</a>
 */
final class DataCopy extends SimpleFileVisitor<Path> {
  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");
  private static final Set<String> EMPTIED =
      Set.of(
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans",
          "pg_replslot");

  private final Path from;
  private final Path to;
  private long sizeBytes;

  private DataCopy(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /**
   * @param to does not exist yet
   * @return how many bytes there were
   */
  static long make(Path from, Path to) {
    var copy = new DataCopy(from, to);
    try {
      Files.walkFileTree(from, copy);
    } catch (IOException e) {
      throw new UncheckedIOException("can't copy %s to %s".formatted(from, to), e);
    }
    return copy.sizeBytes;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    Files.copy(folder, target(folder), StandardCopyOption.COPY_ATTRIBUTES);
    return EMPTIED.contains(from.relativize(folder).toString())
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (LEFT_OUT.contains(file.getFileName().toString())) {
      return FileVisitResult.CONTINUE;
    }
    try {
      Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES);
      sizeBytes += attributes.size();
    } catch (NoSuchFileException vanished) {
      Files.deleteIfExists(target(file));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }

  private Path target(Path file) {
    return to.resolve(from.relativize(file));
  }
}
