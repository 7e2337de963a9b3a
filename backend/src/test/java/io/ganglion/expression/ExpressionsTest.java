package io.ganglion.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class ExpressionsTest {
  private static final Map<String, JsonNode> ARGUMENTS =
      Map.of("context", Json.read("{\"x\": [1, 2]}"), "input", new IntNode(7));

  @ParameterizedTest
  @ValueSource(strings = {".a", "${.a}", "${ .a }", "  ${\n.a\n}  ", " .a "})
  void the_delimiters_may_be_left_out(String text) {
    var expression = Evaluation.EXPRESSIONS.compile(text);
    assertThat(expression.source()).isEqualTo(".a");
    assertThat(expression.evaluate(Json.read("{\"a\": 1}"), Map.of())).isEqualTo(new IntNode(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        ".a",
        ".a.b[0]",
        ".a[-1].c",
        ".[\"a b\"]",
        ".a[\"b\"]",
        ".[0]",
        "$context",
        "$context.x",
        "$context.x[1]",
        "._a1",
        ".[-2]",
      })
  void plain_paths_need_no_interpreter_and_answer_as_it_does(String text) {
    assertThat(PlainPath.read(text)).isPresent();
    var program = Program.compile(text, ExpressionLimits.DEFAULT, Library.instance());
    for (var input :
        List.of(
            "null",
            "{\"a\": {\"b\": [5]}, \"a b\": 1, \"_a1\": 2}",
            "{\"a\": [{\"c\": 3}]}",
            "[1, [2], 3]")) {
      assertThat(outcome(Evaluation.EXPRESSIONS.compile(text), input))
          .isEqualTo(outcome(program, input));
    }
  }

  /** The value, or that there is none. */
  private static String outcome(Expression expression, String input) {
    try {
      return Json.write(expression.evaluate(Json.read(input), ARGUMENTS));
    } catch (ExpressionFailed e) {
      return "failed";
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        ".a | .b",
        ".a[]",
        ".a?",
        ".[1:2]",
        "a",
        ".\"a\\(1)\"",
        ".a.",
        ".1",
        "$__loc__",
        ".a b",
        "$x + 1",
        ".[99999999999]"
      })
  void everything_else_does(String text) {
    assertThat(PlainPath.read(text)).isEmpty();
  }

  @Test
  void many_values_are_an_array_one_is_itself_and_none_is_null() {
    assertThat(Evaluation.of(".[]", "[3, 2, 1]")).isEqualTo("[3,2,1]");
    assertThat(Evaluation.of(".[]", "[3]")).isEqualTo("3");
    assertThat(Evaluation.of(".[]", "[]")).isEqualTo("null");
    assertThat(Evaluation.of(".[]", "[[1], null]")).isEqualTo("[[1],null]");
    assertThatThrownBy(() -> Evaluation.of("1, error(\"late\")", "null"))
        .isInstanceOf(ExpressionFailed.class);
  }

  @Test
  void a_condition_takes_the_first_of_many_values_and_ends_there() {
    var several = Evaluation.EXPRESSIONS.compile("false, error(\"never reached\")");
    assertThat(several.first(Json.read("null"), Map.of())).isEqualTo(Json.read("false"));
    assertThat(Evaluation.EXPRESSIONS.compile("empty").first(Json.read("1"), Map.of()).isNull())
        .isTrue();
  }

  @Test
  void many_values_are_bounded_as_one_is() {
    assertThatThrownBy(() -> Evaluation.of("range(200000)", "null"))
        .isInstanceOf(ExpressionFailed.class)
        .hasMessageContaining("steps");
    assertThatThrownBy(() -> Evaluation.of("(\"x\" * 100000) as $x | range(20) | $x", "null"))
        .isInstanceOf(ExpressionFailed.class)
        .hasMessageContaining("a value of more than");
  }

  @Test
  void arguments_are_given_by_name() {
    assertThat(Evaluation.of("$context.x | map(. + $input)", "null", ARGUMENTS)).isEqualTo("[8,9]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$nothing", "$nothing.a", "1 + $nothing", "if false then $nothing else 1 end"})
  void an_argument_that_is_not_given_is_an_error_that_names_those_that_are(String text) {
    assertThatThrownBy(() -> Evaluation.of(text, "null", ARGUMENTS))
        .isInstanceOf(ExpressionFailed.class)
        .hasMessage("$nothing is not defined here; defined are $context, $input");
  }

  @Test
  void the_arguments_it_uses_are_known_before() {
    assertThat(Evaluation.EXPRESSIONS.compile("$a.b + (. as $c | $c + $d)").arguments())
        .containsExactlyInAnyOrder("a", "d");
    assertThat(Evaluation.EXPRESSIONS.compile("$a.b").arguments()).containsExactly("a");
    assertThat(Evaluation.EXPRESSIONS.compile(".").arguments()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      textBlock =
          """
          .a ==              § 5  § it ends where a value should follow
          .a )               § 3  § is not expected here
          foo(1)             § 0  § there is no function foo/1
          1 | nope           § 4  § there is no function nope/0
          if . then 1        § 11 § it ends where 'end' should follow
          {a: }              § 4  § is not expected here
          [1, 2              § 5  § it ends where ']' should follow
          "abc               § 0  § doesn't end
          "a\\qb"            § 2  § no such escape
          break $x           § 0  § no label $x
          1 == 2 == 3        § 7  § use brackets
          .. a               § 3  § is not expected here
          1e999              § 0  § too large
          @nope              § 0  § no format '@nope'
          reduce . as x (0;1) § 12 § is not expected
          then               § 0  § is not expected here
          """)
  void a_text_that_is_no_program_is_refused_with_the_place(
      String text, int position, String message) {
    assertThatThrownBy(() -> Evaluation.EXPRESSIONS.compile(text))
        .isInstanceOfSatisfying(
            ExpressionInvalid.class, e -> assertThat(e.position()).isEqualTo(position))
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "${}", "${ }", "#", "${ # }"})
  void an_empty_text_is_no_program(String text) {
    assertThatThrownBy(() -> Evaluation.EXPRESSIONS.compile(text))
        .isInstanceOf(ExpressionInvalid.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      textBlock =
          """
          .a            § 1          § Cannot index number with "a"
          .[0]          § {"a":1}    § Cannot index object with number
          1 + "a"       § null       § cannot be added
          1 / 0         § null       § divisor is zero
          1 % 0         § null       § divisor is zero
          error({a: 1}) § null       § {"a":1}
          .[]           § 1          § Cannot iterate
          fromjson      § "{"        § failed to parse
          test("(")     § "a"        § not a regular expression
          test("a"; "q") § "a"       § not a valid modifier
          implode       § ["a"]      § implode
          {(1): 2}      § null       § object key
          sub("a"; 1)   § "a"        § can't replace a text
          """)
  void an_error_of_the_program_says_what_went_wrong(String text, String input, String message) {
    assertThatThrownBy(() -> Evaluation.of(text, input))
        .isInstanceOfSatisfying(ExpressionFailed.class, e -> assertThat(e.limit()).isFalse())
        .hasMessageContaining(message);
  }

  @Test
  void one_compiled_program_serves_many_threads() throws Exception {
    var program =
        Evaluation.EXPRESSIONS.compile(
            "def f($a): [range($n)] | map(. * $a); {sum: (f(2) | add), text: \"\\($n)\" | test(\"^[0-9]+$\")}");
    var tasks = new ArrayList<Callable<JsonNode>>();
    for (int i = 0; i < 500; i++) {
      var n = Map.<String, JsonNode>of("n", new IntNode(i % 20));
      tasks.add(() -> program.evaluate(NullNode.getInstance(), n));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = threads.invokeAll(tasks);
      for (int i = 0; i < results.size(); i++) {
        int n = i % 20;
        var expected = n == 0 ? "null" : String.valueOf(n * (n - 1));
        assertThat(Json.write(results.get(i).get()))
            .isEqualTo("{\"sum\":%s,\"text\":true}".formatted(expected));
      }
    }
  }

  @Test
  void the_input_and_the_arguments_are_never_changed() {
    var input = Json.read("{\"a\": [3, 1, 2], \"b\": {\"c\": 1}}");
    var before = input.deepCopy();
    for (var text :
        List.of(
            ".a |= sort",
            "del(.b)",
            ".b.c = 2",
            ". * {b: {d: 1}}",
            "$x | .a[0] = 9",
            "to_entries")) {
      Evaluation.EXPRESSIONS.compile(text).evaluate(input, Map.of("x", input));
    }
    assertThat(input).isEqualTo(before);
  }

  @Test
  void a_template_replaces_only_what_is_an_expression_as_a_whole() {
    var source =
        Json.read(
            "{\"a\": \"${ .x }\", \"b\": [\"${ .y + 1 }\", \"plain\", 5], \"c\": \"x ${ .x } y\", \"d\": {\"e\": null}}");
    var template = Evaluation.EXPRESSIONS.template(source);
    assertThat(template.constant()).isFalse();
    assertThat(template.source()).isEqualTo(source);
    assertThat(Json.write(template.evaluate(Json.read("{\"x\": {\"k\": 1}, \"y\": 1}"), Map.of())))
        .isEqualTo(
            "{\"a\":{\"k\":1},\"b\":[2,\"plain\",5],\"c\":\"x ${ .x } y\",\"d\":{\"e\":null}}");
  }

  @Test
  void a_template_without_expressions_is_constant() {
    var source = Json.read("{\"a\": [1, {\"b\": \"$x\"}]}");
    var template = Evaluation.EXPRESSIONS.template(source);
    assertThat(template.constant()).isTrue();
    assertThat(template.evaluate(new TextNode("any"), Map.of())).isSameAs(source);
  }
}
