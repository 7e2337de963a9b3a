package io.ganglion.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.CpuTime;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever the program, it answers, is refused or fails, and soon. */
@Tag("unit")
class GarbageProgramTest {
  private static final JsonNode INPUT =
      Json.read("{\"a\": [1, {\"b\": \"text\"}, null], \"c\": {\"d\": true}}");

  @Property(tries = 500)
  void any_text(@ForAll String text) {
    check(text);
  }

  @Property(tries = 3_000)
  void texts_made_of_what_programs_are_made_of(@ForAll("pieces") String text) {
    check(text);
  }

  private static void check(String text) {
    var time = CpuTime.start();
    try {
      var value = Evaluation.EXPRESSIONS.compile(text).evaluate(INPUT, Map.of("x", INPUT));
      assertThat(Json.read(Json.write(value))).isNotNull();
    } catch (ExpressionInvalid | ExpressionFailed e) {
      assertThat(e.getMessage()).isNotBlank();
    }
    assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(2));
  }

  @Provide
  Arbitrary<String> pieces() {
    var piece =
        Arbitraries.of(
            ".",
            ".a",
            ".b",
            ".[",
            "]",
            "(",
            ")",
            "{",
            "}",
            "|",
            ",",
            ":",
            ";",
            "?",
            "//",
            "=",
            "|=",
            "+=",
            "==",
            "<",
            "+",
            "-",
            "*",
            "/",
            "%",
            " and ",
            " or ",
            " as $v ",
            "$x",
            "$v",
            "..",
            "1",
            "0",
            "-1",
            "1e9",
            "\"s\"",
            "\"\\(",
            "\"",
            "if ",
            " then ",
            " else ",
            " end",
            "reduce ",
            "foreach ",
            "try ",
            " catch ",
            "def f: ",
            "f",
            "label $l ",
            "break $l",
            "map(",
            "select(",
            "range(",
            "recurse",
            "repeat(",
            "path(",
            "del(",
            "test(",
            "add",
            "tojson",
            "fromjson",
            "splits(",
            "gsub(",
            "limit(",
            "error",
            "empty",
            "nan",
            "@json ",
            " ",
            "\n",
            "#");
    return piece.list().ofMinSize(1).ofMaxSize(14).map(list -> String.join("", list));
  }
}
