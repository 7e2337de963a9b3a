package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What one test of a connector's promise came to, as the tests themselves noted it.
 *
 * @param column number of the promise, which orders the columns
 * @param result {@code KEPT}, {@code BROKEN} or {@code BESIDE}: it does not apply
 * @param test names the test, the same when it ran again
 * @param reason why it does not apply; else empty
 */
record ConnectorNote(int column, String heading, String result, String test, String reason) {

  /** In the order in which they ended; none when the platform has no file. */
  static List<ConnectorNote> in(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream().map(ConnectorNote::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConnectorNote read(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 5) {
      throw new StackFailure("no note of a connector's test: " + line);
    }
    return new ConnectorNote(Integer.parseInt(parts[0]), parts[1], parts[2], parts[3], parts[4]);
  }
}
