package io.ganglion.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ChainTest {
  private static final List<Row> ROWS =
      new Rowing()
          .plan(Duration.ZERO, "team", 4_900)
          .capacity(Duration.ZERO, 2, true, 700L)
          .hold("run_1", "sys_1", 1, Duration.ofHours(12), Duration.ofHours(13), "upstream")
          .rows();

  private static List<Row> read(String text) throws Chain.Broken {
    var chain = new Chain();
    var rows = new ArrayList<Row>();
    for (var line : List.of(text.strip().split("[\\n\\r]"))) {
      rows.add(chain.next(line));
    }
    return rows;
  }

  @Test
  void what_was_sealed_is_read_back() throws Chain.Broken {
    var rows = new ArrayList<>(ROWS);
    rows.add(
        new Row.Credit(
            Rowing.START, Rowing.MONTH, -120, "EUR", Row.Credit.HOLDS)); // every kind of row
    assertThat(read(Rowing.sealed(rows))).isEqualTo(rows);
  }

  @Test
  void every_flipped_bit_is_found() {
    var bytes = Rowing.sealed(ROWS).strip().getBytes(StandardCharsets.UTF_8);
    for (int place = 0; place < bytes.length; place++) {
      for (int bit = 0; bit < 8; bit++) {
        bytes[place] ^= (byte) (1 << bit);
        var flipped = new String(bytes, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(flipped))
            .as("bit %d of byte %d", bit, place)
            .isInstanceOf(Chain.Broken.class);
        bytes[place] ^= (byte) (1 << bit);
      }
    }
  }

  @Test
  void numbers_that_are_not_told_apart_when_they_are_hashed_are_refused() {
    var row = new Row.Credit(Rowing.START, Rowing.MONTH, 1L << 53, "EUR", "much");
    assertThatThrownBy(() -> Line.after("ten_1", 1, row, Line.GENESIS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
