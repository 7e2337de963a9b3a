package io.ganglion.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A child's log. One older generation is kept beside it, as {@code NAME.1}. */
record LogFile(Path path) {
  private static final long ROTATE_BYTES = 16 << 20;
  private static final int TAIL_BYTES = 64 << 10;

  /** The file to append to; what was there is moved aside when it has grown past 16 MiB. */
  Path rotated() {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      if (size() > ROTATE_BYTES) {
        Files.move(
            path,
            path.resolveSibling(path.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes in the file now; 0 when there is none. */
  long size() {
    try {
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The last lines of those written since the file had {@code from} bytes, without stack frames; of
   * 64 KiB at most.
   */
  List<String> tail(int lines, long from) {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(Math.max(Math.min(from, file.length()), file.length() - TAIL_BYTES));
      byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(bytes);
      var all =
          new String(bytes, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("\t"))
              .toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of(); // no log, nothing to show
    }
  }
}
