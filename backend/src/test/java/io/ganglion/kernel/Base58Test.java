package io.ganglion.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class Base58Test {
  /** From draft-msporny-base58 and the test vectors of Bitcoin's own code. */
  @ParameterizedTest
  @CsvSource({
    "48656c6c6f20576f726c6421, 2NEpo7TZRRrLZSi2U",
    "0000287fb4cd, 11233QC4",
    "61, 2g",
    "516b6fcd0f, ABnLTmg",
    "00000000000000000000, 1111111111"
  })
  void known_vectors_are_written_and_read(String hex, String text) {
    var bytes = HexFormat.of().parseHex(hex);
    assertThat(Base58.write(bytes)).isEqualTo(text);
    assertThat(Base58.read(text, bytes.length)).get().isEqualTo(bytes);
  }

  @Test
  void what_was_written_is_read_again() {
    var random = new Random(42);
    for (int i = 0; i < 1_000; i++) {
      var bytes = new byte[random.nextInt(80)];
      random.nextBytes(bytes);
      if (bytes.length > 2 && i % 3 == 0) {
        bytes[0] = 0;
        bytes[1] = 0;
      }
      assertThat(Base58.read(Base58.write(bytes), bytes.length)).get().isEqualTo(bytes);
    }
  }

  @Test
  void what_is_not_base_58_or_of_another_length_is_nothing() {
    assertThat(Base58.read("0OIl", 3)).isEmpty();
    assertThat(Base58.read("2g", 2)).isEmpty();
    assertThat(Base58.read("1".repeat(201), 201)).isEmpty();
    assertThat(Base58.read("", 0)).get().isEqualTo(new byte[0]);
  }
}
