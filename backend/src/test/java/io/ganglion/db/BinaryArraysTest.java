package io.ganglion.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL reads out of our arrays. */
@QuarkusTest
@Tag("it")
class BinaryArraysTest {
  @Inject AgroalDataSource database;

  @Test
  void identifiers() throws SQLException {
    var values =
        Arrays.asList(
            UUID.randomUUID(),
            null,
            new UUID(0, 0),
            new UUID(-1, -1),
            UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"));
    assertThat(read("uuid", values)).isEqualTo(texts(values));
    assertThat(read("uuid", List.of(new UUID(1, 2)))).isEqualTo(texts(List.of(new UUID(1, 2))));
  }

  @Test
  void texts_need_no_quotes() throws SQLException {
    var values = Arrays.asList("", null, "NULL", "{\"a\":\"b\\\\c\"}", "ü\n,}'", "\uD83D\uDE80");
    assertThat(read("text", values)).isEqualTo(values);
  }

  @Test
  void numbers_and_truths() throws SQLException {
    assertThat(read("int4", Arrays.asList(1, null, Integer.MIN_VALUE)))
        .containsExactly("1", null, "-2147483648");
    assertThat(read("int8", Arrays.asList(Long.MAX_VALUE, null)))
        .containsExactly("9223372036854775807", null);
    assertThat(read("bool", Arrays.asList(true, null, false)))
        .containsExactly("true", null, "false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"uuid", "text", "int4", "int8", "bool"})
  void of_nothing(String type) throws SQLException {
    assertThat(read(type, List.of())).isEmpty();
  }

  private static List<@Nullable String> texts(List<? extends @Nullable Object> values) {
    return values.stream().<@Nullable String>map(it -> it == null ? null : it.toString()).toList();
  }

  private List<@Nullable String> read(String type, List<? extends @Nullable Object> values)
      throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement("SELECT ?::%s[]::text[]".formatted(type))) {
      select.setArray(1, BinaryArrays.of(connection, type, values));
      try (var row = select.executeQuery()) {
        row.next();
        return Arrays.asList((String[]) row.getArray(1).getArray());
      }
    }
  }
}
