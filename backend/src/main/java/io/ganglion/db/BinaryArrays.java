package io.ganglion.db;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Arrays in the protocol's binary form. The driver has one for arrays of exactly {@code String[]},
 * {@code Integer[]} and their like; all others it writes as text, a character at a time, quoted,
 * which was a seventh of a busy worker's CPU. Identifiers, which it has no binary form for, are
 * written here, as {@code array_recv} of PostgreSQL reads them.
 */
final class BinaryArrays {
  private static final int UUID_BYTES = 16;
  private static final int ABSENT = -1;

  private BinaryArrays() {}

  static Array of(Connection connection, String type, List<? extends @Nullable Object> values)
      throws SQLException {
    return switch (type) {
      case "uuid" ->
          new PgArray(connection.unwrap(BaseConnection.class), Oid.UUID_ARRAY, uuids(values));
      case "text" -> connection.createArrayOf(type, texts(values));
      case "int4" -> connection.createArrayOf(type, values.toArray(Integer[]::new));
      case "int8" -> connection.createArrayOf(type, values.toArray(Long[]::new));
      case "bool" -> connection.createArrayOf(type, values.toArray(Boolean[]::new));
      default -> throw new IllegalArgumentException("no arrays of " + type);
    };
  }

  private static @Nullable String[] texts(List<? extends @Nullable Object> values) {
    @Nullable String[] texts = new @Nullable String[values.size()];
    for (int i = 0; i < texts.length; i++) {
      var value = values.get(i);
      texts[i] = value == null ? null : value.toString();
    }
    return texts;
  }

  private static byte[] uuids(List<? extends @Nullable Object> values) {
    long absent = values.stream().filter(Objects::isNull).count();
    int present = values.size() - (int) absent;
    int header = (values.isEmpty() ? 3 : 5) * Integer.BYTES;
    var bytes =
        ByteBuffer.allocate(header + values.size() * Integer.BYTES + present * UUID_BYTES)
            .putInt(values.isEmpty() ? 0 : 1) // dimensions
            .putInt(absent == 0 ? 0 : 1) // whether any is null
            .putInt(Oid.UUID);
    if (!values.isEmpty()) {
      bytes.putInt(values.size()).putInt(1); // the index of the first
    }
    for (var value : values) {
      if (value instanceof UUID uuid) {
        bytes.putInt(UUID_BYTES);
        bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
      } else {
        bytes.putInt(ABSENT);
      }
    }
    return bytes.array();
  }
}
