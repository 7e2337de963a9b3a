package io.ganglion.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class CanonicalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"b": 1, "a": [true, null, "x"]}  | {"a":[true,null,"x"],"b":1}
          [1.0, 1e2, 0.1, -0.0, 1E-7]       | [1,100,0.1,0,1e-7]
          [333333333.33333325, 1E30]        | [333333333.33333325,1e+30]
          "\\u0000\\u001f\\u000b\\"\\\\\\n\\u00e9\\u2028" | "\\u0000\\u001f\\u000b\\"\\\\\\né\u2028"
          9007199254740992                  | 9007199254740992
          """)
  void it_is_rfc_8785_where_that_says_something(String json, String expected) {
    assertThat(Json.canonical(Json.read(json))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "9007199254740993, 9007199254740993",
    "9007199254740993.0, 9007199254740993",
    "0.10000000000000000001, 0.10000000000000000001",
    "123456789012345678901234567891, 123456789012345678901234567891",
    "1e400, 1E+400",
    "-1e-400, -1E-400",
    "1E1000000000, 1E+1000000000"
  })
  void a_number_that_no_double_holds_stays_what_it_is(String number, String expected) {
    var canonical = Json.canonical(Json.read(number));
    assertThat(canonical).isEqualTo(expected);
    assertThat(Json.canonical(Json.read(canonical))).isEqualTo(canonical);
  }

  @Test
  void numbers_that_differ_by_less_than_a_double_tells_have_other_hashes() {
    assertThat(Json.hash(Json.read("{\"v\":9007199254740992}")))
        .isNotEqualTo(Json.hash(Json.read("{\"v\":9007199254740993}")));
    assertThat(Json.hash(Json.read("{\"v\":1.0}"))).isEqualTo(Json.hash(Json.read("{\"v\":1}")));
  }

  @Property(tries = 300)
  void it_is_what_the_library_writes(@ForAll double number, @ForAll String text, @ForAll String key)
      throws IOException {
    if (!Double.isFinite(number) || hasSurrogates(text) || hasSurrogates(key)) {
      return;
    }
    var value = Json.object().put(key, text);
    value.putArray("numbers").add(number).add((int) number);
    assertThat(Json.canonical(value))
        .isEqualTo(new JsonCanonicalizer(Json.write(value)).getEncodedString());
  }

  private static boolean hasSurrogates(String text) {
    return text.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }
}
