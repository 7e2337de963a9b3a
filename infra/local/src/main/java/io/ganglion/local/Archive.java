package io.ganglion.local;

import java.nio.file.Path;

/**
 * Where a server keeps the segments of its log, once there is a backup that needs them.
 *
 * @param folder nothing is kept while it is missing
 */
record Archive(Path folder) {

  static Archive of(Path home) {
    return new Archive(home.resolve("archive"));
  }

  /** The setting {@code archive_command}: a segment is kept whole or not at all. */
  String keep() {
    return """
    test ! -d %1$s || test -f %1$s/%%f || { cp "%%p" %1$s/%%f.part && mv %1$s/%%f.part %1$s/%%f; }"""
        .formatted(word());
  }

  /** The setting {@code restore_command}, as it stands in a file of settings. */
  String fetch() {
    return "'cp %s/%%f \"%%p\"'".formatted(word().replace("'", "''"));
  }

  /** For the shell, and for PostgreSQL, which replaces what follows a percent sign. */
  private String word() {
    return "'%s'".formatted(folder.toString().replace("%", "%%").replace("'", "'\\''"));
  }
}
