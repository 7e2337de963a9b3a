package io.ganglion.move;

import io.ganglion.crypto.KeyHandover;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a cell is, as it was written down for a move. The user is the role that migrates: row-level
 * security shows it the tenant that is moved and no other.
 *
 * @param url JDBC address of the database
 * @param keys its master key; empty: not known
 * @param address where people and programs reach it
 */
record Cell(
    String url,
    String user,
    String password,
    Optional<KeyHandover.Keys> keys,
    Optional<String> address) {
  private static final String OWNER = "ganglion_owner";

  /**
   * Reads {@code PREFIX.database.url}, {@code .database.user}, {@code .database.password}, {@code
   * .vault.keyset}, {@code .vault.aws-key}, {@code .vault.aws-endpoint} and {@code .address}.
   *
   * @throws MoveFailed if there is no address of a database
   */
  static Cell read(Properties all, String prefix) {
    var url = value(all, prefix, "database.url");
    if (url.isEmpty()) {
      throw new MoveFailed("the settings of --%s have no database.url".formatted(prefix));
    }
    var keyset = value(all, prefix, "vault.keyset").map(Path::of);
    var aws = value(all, prefix, "vault.aws-key");
    return new Cell(
        url.get(),
        value(all, prefix, "database.user").orElse(OWNER),
        value(all, prefix, "database.password").orElse(""),
        keyset.isEmpty() && aws.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new KeyHandover.Keys(
                    keyset, aws, value(all, prefix, "vault.aws-endpoint").map(URI::create))),
        value(all, prefix, "address"));
  }

  private static Optional<String> value(Properties all, String prefix, String name) {
    return Optional.ofNullable(all.getProperty(prefix + "." + name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  @Override
  public String toString() {
    return "Cell[hidden]";
  }
}
