package io.ganglion.local;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What {@code restore [--to TIME] [--into FOLDER]} asks for.
 *
 * @param to the moment; empty: the last that was archived
 * @param into where the restored server's data stays; empty: it is deleted when all was looked at
 */
record RestoreOptions(Optional<Instant> to, Optional<Path> into) {

  /**
   * @throws IllegalArgumentException with a message for a person
   */
  static RestoreOptions parse(List<String> args) {
    Optional<Instant> to = Optional.empty();
    Optional<Path> into = Optional.empty();
    for (int i = 0; i < args.size(); i += 2) {
      var value = i + 1 < args.size() ? args.get(i + 1) : "";
      switch (args.get(i)) {
        case "--to" -> to = Optional.of(moment(value));
        case "--into" -> into = Optional.of(folder(value));
        default -> throw new IllegalArgumentException("restore does not know " + args.get(i));
      }
    }
    return new RestoreOptions(to, into);
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("--to needs a time as in 2026-11-30T02:15:00Z", e);
    }
  }

  private static Path folder(String text) {
    var folder = Path.of(text).toAbsolutePath().normalize();
    if (text.isEmpty() || folder.toFile().exists()) {
      throw new IllegalArgumentException("--into needs a folder that does not exist yet");
    }
    return folder;
  }
}
