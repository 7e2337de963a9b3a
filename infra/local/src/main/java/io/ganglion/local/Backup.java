package io.ganglion.local;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of a server's data from which, with what the server has archived since, any later moment
 * can be had again.
 *
 * @param folder where it is: {@code data} and the superuser's password
 * @param endedAt the first moment that can be restored, by the database's clock
 * @param firstSegment the first file of the archive that it needs
 * @param sizeBytes of the copied files
 */
public record Backup(Path folder, Instant endedAt, String firstSegment, long sizeBytes) {

  /** What is kept of it beside the data. */
  record Note(String endedAt, String firstSegment, long sizeBytes) {}

  static PrivateFile note(Path folder) {
    return new PrivateFile(folder.resolve("backup.json"));
  }

  static Backup of(Path folder, Note note) {
    return new Backup(folder, Instant.parse(note.endedAt()), note.firstSegment(), note.sizeBytes());
  }
}
