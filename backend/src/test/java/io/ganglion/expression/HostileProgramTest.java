package io.ganglion.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.CpuTime;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that want more than they are given. */
@Tag("unit")
class HostileProgramTest {
  private static final Duration SOON = Duration.ofSeconds(1);

  @BeforeAll
  static void load_the_library() {
    Evaluation.of("[1] | map(. + 1)", "null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // loops
        "last(range(1e18))",
        "[range(1e9)] | length",
        "[limit(1e9; repeat(1))] | length",
        "last(repeat(.))",
        "until(false; .)",
        "[while(true; .)]",
        "last(recurse(.))",
        "last(recurse([.]))",
        "[recurse(.a, .b)] | length",
        "reduce range(1e9) as $i (0; . + 1)",
        "last(foreach range(1e9) as $i (0; . + 1))",
        "[range(1e3) as $a | range(1e3) as $b | range(1e3) as $c | 1] | length",
        "last((1,2,3,4,5,6,7,8,9) as $a | (1,2,3,4,5,6,7,8,9) as $b | range(1e9))",
        "def d: (., .); def c: d | d | d | d | d; def b: c | c | c; [b | b | b] | length",
        "[[range(30) | [0, 1]] | combinations] | length",
        "[range(100) | [range(100)]] | [combinations(5)] | length",
        "try last(range(1e9)) catch 1",
        "(last(range(1e9)))? // 1",
        "label $f | last(range(1e9)) | break $f",
        "[range(0; 1; 0.0000000001)] | length",
        "any(range(1e9); . < 0)",
        "all(range(1e9); . >= 0)",
        "first(range(1e9) | select(. < 0))",
        "[range(5000)] | [.[] as $a | .[] as $b | select($a == $b)] | length",
        "path(last(range(1e9) as $i | .a))",
        "[range(1e5)] | .[] = 1 | length",
        "[range(20000)] | del(.[]) | length",
        "reduce range(1e9) as $i (.; .a = $i)",
        // size
        "\"x\" * 1e9",
        "1e9 * \"x\"",
        "\"x\" * 1e300",
        "reduce range(60) as $i (\"x\"; . + .)",
        "reduce range(60) as $i ([1]; . + .)",
        "reduce range(60) as $i ([1]; [., .])",
        "reduce range(60) as $i ({}; {a: ., b: .})",
        "reduce range(60) as $i (\"x\"; \"\\(.)\\(.)\")",
        "[range(10000) | \"y\" * 1000000] | length",
        "[range(50000)] | join(\"x\" * 1000000)",
        "(\"x\" * 1000000) as $x | \"\\($x)\\($x)\\($x)\"",
        "(\"x\" * 1000000) as $x | [range(10000)] | map($x) | add",
        "[range(10000) | [range(100)]] | flatten | length",
        "reduce range(60) as $i (\"\\\"\"; tojson)",
        "reduce range(60) as $i (\"x\"; @base64)",
        "reduce range(60) as $i (\"x\"; explode | implode + implode)",
        "(\"a\" * 1000000) | gsub(\"a\"; \"aaaaaaaaaa\")",
        "(\"a\" * 60000) | gsub(\"\"; \"aaaaaaaaaa\" * 100)",
        "(\"a\" * 100) | [gsub(\"a\"; \"b\", \"c\")] | length",
        "[.[1000000000]] | .[0] = 1 | setpath([1000000000]; 1)",
        ".[1000000000] = 1",
        "reduce range(1000) as $i (.; .[99999 - $i] = 1)",
        // depth
        "reduce range(10000) as $i (null; [.])",
        "reduce range(10000) as $i (null; {a: .})",
        "reduce range(10000) as $i (null; setpath([\"a\"]; .))",
        "setpath([range(50000) | \"a\"]; 1)",
        "getpath([range(50000) | \"a\"])",
        "(\"[\" * 100000) | fromjson",
        "(\"[\" * 900 + \"]\" * 900) | fromjson",
        // slow functions
        "(\"a\" * 500000) as $x | $x + $x | contains($x + \"b\")",
        "(\"a\" * 500000) as $x | $x + $x | indices($x + \"b\")",
        "(\"a\" * 500000) as $x | $x + $x | split($x + \"b\")",
        "(\"a\" * 500000) as $x | $x + $x | . / ($x + \"b\")",
        "(\"a\" * 1000000) | indices(\"a\") | length",
        "[range(20000)] as $x | ($x + $x + $x) | contains($x + $x | reverse)",
        "[range(40000) | 1] | indices([range(20000) | 1] + [2])",
        "[range(80000)] | .[[1]]",
        "[range(30000)] | unique_by(tojson) | length | . / 0",
        // regular expressions
        "(\"a\" * 50000) | test(\"(a+)+$\") and test(\"(a+)+b\")",
        "(\"a\" * 40) | test(\"^(a|aa)+$b\")",
        "(\"x\" * 60000) | [match(\"x*?y|x\"; \"g\")] | length",
        "(\"a\" * 60000) | [match(\"\"; \"g\")] | length",
        "\"a\" | test(\"(?:\" * 400 + \")\" * 400 + \"b\") | . / 0",
        "(\"a\" * 2000000) | test(\"a\")",
        "\"a\" | test(\"a\" * 5000)",
        "[range(100000)] | map(try error(.) catch .) | length",
      })
  void is_stopped_soon(String program) {
    var time = CpuTime.start();
    var thrown = catchThrowable(() -> Evaluation.of(program, "null"));
    var took = time.elapsed();
    assertThat(thrown).isInstanceOf(ExpressionFailed.class);
    assertThat(took).isLessThan(SOON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reduce range(60) as $i (\"<\"; @html)",
        "(\"a\" * 40) | test(\"^(a|a)*b\")",
        "(\"x\" * 50000) | test(\"x*x*x*x*y\")",
        "(\"a\" * 50000) | test(\"(?:(?:a|b)*)*c\")",
        "\"a\" | test(\"((((a{1000}){1000}){1000}){1000}){1000}\")",
      })
  void looks_hostile_but_is_answered_soon(String program) {
    var time = CpuTime.start();
    assertThat(Evaluation.of(program, "null")).isNotEmpty();
    assertThat(time.elapsed()).isLessThan(SOON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env",
        "$ENV",
        "$ENV.HOME",
        "env.HOME",
        "$__loc__",
        "$__prog_args",
        "input",
        "inputs",
        "debug",
        "debug(.)",
        "stderr",
        "input_filename",
        "input_line_number",
        "now",
        "localtime",
        "mktime",
        "halt",
        "halt_error",
        "builtins",
        "debug_scope",
        "get_search_list",
        "import \"a\" as a; a::f",
        "import \"/etc/passwd\" as $p; $p::p",
        "include \"a\"; 1",
        "module {}; 1",
        "a::f",
        "modulemeta",
        "def f: f; f",
        "def f(g): if . > 0 then f(g) else . end; f(1)",
        "def f: def g: f; g; f",
        "_match_impl(\"a\"; null; false)",
        "_nwise(2)",
        "@env",
        "getpath([\"a\"]; 1)",
      })
  void is_refused_or_undefined(String program) {
    assertThatThrownBy(() -> Evaluation.of(program, "null"))
        .isInstanceOfAny(ExpressionInvalid.class, ExpressionFailed.class)
        .satisfies(e -> assertThat(e instanceof ExpressionFailed f && f.limit()).isFalse());
  }

  @Test
  void a_limit_is_told_from_the_programs_own_error() {
    assertThatThrownBy(() -> Evaluation.of("last(range(1e9))", "null"))
        .isInstanceOfSatisfying(
            ExpressionFailed.class,
            e -> {
              assertThat(e.limit()).isTrue();
              assertThat(e).hasMessageContaining("more than 100000 steps");
            });
    assertThatThrownBy(() -> Evaluation.of("error(\"no\")", "null"))
        .isInstanceOfSatisfying(
            ExpressionFailed.class,
            e -> {
              assertThat(e.limit()).isFalse();
              assertThat(e).hasMessage("no");
            });
  }

  @Test
  void a_limit_cannot_be_caught_by_the_program() {
    assertThatThrownBy(() -> Evaluation.of("try (\"x\" * 1e9) catch \"caught\"", "null"))
        .isInstanceOf(ExpressionFailed.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000, 30_000})
  void nested_brackets_are_read_or_refused_soon(int depth) {
    var time = CpuTime.start();
    for (var pair : new String[] {"()", "[]", "{}"}) {
      var open = pair.substring(0, 1).repeat(depth);
      var inner = pair.equals("{}") ? "" : "1";
      var thrown =
          catchThrowable(
              () -> Evaluation.EXPRESSIONS.compile(open + inner + pair.substring(1).repeat(depth)));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(ExpressionInvalid.class);
      }
    }
    assertThat(time.elapsed()).isLessThan(SOON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "1+",
        "1//",
        "def f: 1; ",
        ". as $x | ",
        "label $x | ",
        "if . then . elif ",
        "try ",
        "\"\\(",
        "reduce . as $x (",
        ".a.",
        "[1,",
        "{a:",
        "1 as [",
        "not | ",
        "1, ",
        ".[",
      })
  void long_chains_are_read_or_refused_soon(String link) {
    var time = CpuTime.start();
    var thrown =
        catchThrowable(() -> Evaluation.of(link.repeat(60_000 / link.length()) + "1", "null"));
    if (thrown != null) {
      assertThat(thrown).isInstanceOfAny(ExpressionInvalid.class, ExpressionFailed.class);
    }
    assertThat(time.elapsed()).isLessThan(SOON);
  }

  @Test
  void a_program_that_is_too_long_is_refused() {
    assertThatThrownBy(() -> Evaluation.EXPRESSIONS.compile("1+".repeat(40_000) + "1"))
        .isInstanceOf(ExpressionInvalid.class);
  }

  @Test
  void deep_inputs_end_too() {
    JsonNode deep = TextNode.valueOf("x");
    for (int i = 0; i < 500; i++) {
      deep = Json.object().set("a", deep);
    }
    var input = deep;
    for (var program : new String[] {"[..] | length", "walk(.)", "[paths] | length", "tojson"}) {
      var time = CpuTime.start();
      var thrown =
          catchThrowable(() -> Evaluation.EXPRESSIONS.compile(program).evaluate(input, Map.of()));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(ExpressionFailed.class);
      }
      assertThat(time.elapsed()).isLessThan(SOON);
    }
  }
}
