package io.ganglion.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ganglion.kernel.CpuTime;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents meant to break a reader. */
@Tag("unit")
class HostileDocumentsTest {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final String TASK = "do:\n  - a: {set: {b: 1}}\n";

  private static WorkflowProblem refused(String text) {
    var time = CpuTime.start();
    var problem = catchThrowableOfType(WorkflowProblem.class, () -> Reading.parse(text));
    assertThat(problem).as("the document is refused").isNotNull();
    assertThat(time.elapsed()).isLessThan(SOON);
    return problem;
  }

  private static String firstDetail(String text) {
    return refused(text).errors().getFirst().detail();
  }

  @Test
  void aliases_that_multiply_are_refused() {
    var bomb =
        "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
            + IntStream.range(1, 12)
                .mapToObj(
                    i -> "a%d: &a%d [%s]\n".formatted(i, i, "*a%d,".formatted(i - 1).repeat(10)))
                .collect(Collectors.joining());
    assertThat(firstDetail(bomb)).contains("more than 100000 values, aliases counted");
  }

  @Test
  void an_alias_within_its_own_anchor_is_refused() {
    assertThat(firstDetail("a: &a [*a]\n")).contains("no &a is complete before this *");
  }

  @Test
  void aliases_in_reason_are_taken() {
    var definition = Reading.parseBody("do:\n  - a: &pause {wait: PT1S}\n  - b: *pause\n");
    assertThat(definition.tasks()).hasSize(2);
    assertThat(definition.tasks().get(1).task().common().source())
        .isEqualTo(Json.read("{\"wait\": \"PT1S\"}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 10_000, 100_000})
  void deep_nesting_is_refused(int depth) {
    assertThat(firstDetail("[".repeat(depth) + "]".repeat(depth)))
        .contains("nested deeper than 100");
    assertThat(firstDetail("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)))
        .contains("nested deeper than 100");
  }

  @Test
  void deep_block_nesting_is_refused() {
    var text =
        IntStream.range(0, 1_000)
            .mapToObj(i -> " ".repeat(i) + "a:\n")
            .collect(Collectors.joining());
    assertThat(firstDetail(text)).contains("nested deeper than 100");
  }

  @Test
  void deep_tasks_are_taken_up_to_the_limit() {
    var text =
        IntStream.range(0, 20)
            .mapToObj(i -> "    ".repeat(i) + "do:\n" + "    ".repeat(i) + "- t:\n")
            .collect(Collectors.joining("", Reading.HEAD, "    ".repeat(20) + "wait: PT1S\n"));
    assertThat(Reading.parse(text).tasks()).hasSize(1);
  }

  @Test
  void a_document_of_more_than_a_mebibyte_is_refused() {
    assertThat(firstDetail("x".repeat((1 << 20) + 1))).contains("larger than 1048576 bytes");
    assertThat(firstDetail("é".repeat((1 << 19) + 1))).contains("larger than 1048576 bytes");
  }

  @Test
  void a_huge_scalar_is_read_within_the_limit() {
    var text = Reading.HEAD + "do:\n  - a: {set: {b: '" + "x".repeat(1_000_000) + "'}}\n";
    assertThat(Reading.parse(text).tasks()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      textBlock =
          """
          "a\\0b"            § NUL
          "a\\u0000b"        § NUL
          "a\\ud800b"        § surrogate
          "\\udc00"          § surrogate
          .nan               § JSON has no number '.nan'
          -.inf              § JSON has no number '-.inf'
          1e999999999999     § can't be read
          1e9999             § may have 400 digits
          !!binary aGk=      § the tag 'tag:yaml.org,2002:binary' is not understood
          !mine x            § the tag '!mine' is not understood
          !!int abc          § can't be read as
          !!set {a}          § is not understood
          *none              § no &none is complete
          {1: a}             § a name must be text; put it in quotes
          {[a]: b}           § a name must be text
          {null: a}          § a name must be text
          {a: 1, a: 2}       § 'a' is here twice
          `[a`               § this is not YAML
          "a                 § this is not YAML
          @a                 § this is not YAML
          %a                 § this is not YAML
          """)
  void odd_values_are_refused_with_their_line(String value, String message) {
    var problem = refused(Reading.HEAD + "do:\n  - a: {set: {b: " + value + "}}\n");
    assertThat(problem.errors().getFirst().detail()).contains(message);
    assertThat(problem.errors().getFirst().line()).isBetween(7, 8);
  }

  @Test
  void a_number_of_many_digits_is_refused_or_exact() {
    assertThat(firstDetail(Reading.HEAD + "x: " + "9".repeat(500_000))).contains("400 digits");
    var exact =
        Reading.parseBody(
            "do:\n  - a: {set: {b: 12345678901234567890.123456789012345, c: 0x1F, d: 1.50}}\n");
    assertThat(Json.write(exact.tasks().getFirst().task().common().source()))
        .isEqualTo("{\"set\":{\"b\":12345678901234567890.123456789012345,\"c\":31,\"d\":1.50}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\n",
        "# only a comment\n",
        "---\n",
        "null",
        "~",
        "5",
        "text",
        "[]",
        "{}",
        "\"x\""
      })
  void what_is_no_workflow_is_refused(String text) {
    refused(text);
  }

  @Test
  void raw_control_characters_are_refused() {
    refused(Reading.HEAD + "do:\n  - a: {set: {b: \"a\0b\"}}\n");
    refused("\0\0\0\0");
    refused(Reading.HEAD + "do:\n  - a\u0007: {set: {b: 1}}\n");
  }

  @Test
  void two_documents_are_refused() {
    assertThat(firstDetail(Reading.HEAD + TASK + "---\n" + Reading.HEAD + TASK))
        .contains("there is a second document");
    assertThat(firstDetail("{\"a\": 1} {\"b\": 2}")).contains("there is more after the end");
  }

  @Test
  void json_with_a_name_twice_is_refused_with_both_lines() {
    var problem = refused("{\n  \"document\": {},\n  \"do\": [],\n  \"document\": {}\n}");
    assertThat(problem.errors().getFirst())
        .satisfies(
            v -> {
              assertThat(v.pointer()).isEqualTo("/document");
              assertThat(v.line()).isEqualTo(4);
              assertThat(v.detail()).contains("twice (first on line 2)");
            });
  }

  @Test
  void yaml_merge_keys_are_plain_names() {
    assertThat(
            refused(Reading.HEAD + "do:\n  - a: {<<: {wait: PT1S}}\n").errors().getFirst().detail())
        .contains("unknown task type '<<'");
  }

  @Test
  void a_byte_order_mark_is_passed() {
    assertThat(Reading.parse('\uFEFF' + Reading.HEAD + TASK).tasks()).hasSize(1);
  }

  @Test
  void many_small_tasks_are_read_soon() {
    var body =
        IntStream.range(0, 4_000)
            .mapToObj(i -> "  - t%d: {set: {b: '${ .a + %d }'}, then: t%d}\n".formatted(i, i, i))
            .collect(Collectors.joining("", "do:\n", ""));
    var time = CpuTime.start();
    assertThat(Reading.parseBody(body).tasks()).hasSize(4_000);
    assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void a_schema_within_a_document_reaches_nothing_outside() {
    var thrown =
        catchThrowable(
            () ->
                Reading.parseBody(
                    TASK + "input: {schema: {document: {$ref: 'file:///etc/passwd'}}}\n"));
    assertThat(thrown).isInstanceOf(WorkflowProblem.class);
    assertThat(thrown.getMessage()).doesNotContain("root:");
  }
}
