package io.ganglion.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A document is the same whether it is written as JSON or as YAML. */
@Tag("unit")
class JsonAndYamlTest {
  private static final String YAML =
      """
      document: {dsl: '1.0.3', namespace: test, name: example, version: '0.1.0'}
      do:
        - a:
            set:
              text: "tab\\t quote\\" \\u00e9 \\ud83d\\ude00"
              plain: yes
              folded: >
                two
                lines
              number: 1.10
              big: 123456789012345678901234567890
              small: 1.5e-7
              nothing: null
              truth: true
              list: [1, -2, 0x10]
              empty: {}
              expression: ${ .a | map(. + 1) }
        - b:
            wait: PT5S
      """;

  @Test
  void the_source_is_equal() {
    var fromYaml = Reading.parse(YAML);
    var json = Json.write(fromYaml.source());
    var fromJson = Reading.parse(json);
    assertThat(fromJson.source()).isEqualTo(fromYaml.source());
    assertThat(Json.write(fromJson.source())).isEqualTo(json);
    assertThat(fromJson.tasks())
        .extracting(NamedTask::pointer)
        .isEqualTo(fromYaml.tasks().stream().map(NamedTask::pointer).toList());
  }

  @Test
  void pretty_json_with_tabs_is_read_and_its_lines_are_known() throws Exception {
    JsonNode source = Reading.parse(YAML).source();
    var pretty =
        Json.mapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(source)
            .replace("  ", "\t");
    assertThat(Reading.parse(pretty).source()).isEqualTo(source);
    var broken = pretty.replace("\"wait\"", "\"wiat\"");
    var problem = catchThrowableOfType(WorkflowProblem.class, () -> Reading.parse(broken));
    int line = 1 + (int) broken.substring(0, broken.indexOf("\"wiat\"")).lines().count() - 1;
    assertThat(problem.errors())
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.pointer()).isEqualTo("/do/1/b/wiat");
              assertThat(v.line()).isEqualTo(line);
              assertThat(v.detail()).contains("did you mean 'wait'?");
            });
  }

  @Test
  void flow_style_yaml_that_starts_like_json_is_read() {
    var flow =
        "{document: {dsl: '1.0.3', namespace: t, name: n, version: '0.1.0'}, do: [{a: {wait: PT1S}}]}";
    assertThat(Reading.parse(flow).tasks()).hasSize(1);
  }

  @Test
  void what_is_neither_is_told_as_json() {
    var problem =
        catchThrowableOfType(WorkflowProblem.class, () -> Reading.parse("{\n\"a\": 1,,\n}"));
    assertThat(problem.errors())
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.detail()).startsWith("this is not JSON");
              assertThat(v.line()).isEqualTo(2);
            });
  }

  @Test
  void words_that_older_yaml_took_for_other_things_are_texts() {
    var source = Reading.parse(YAML).source();
    assertThat(source.at("/do/0/a/set/plain").textValue()).isEqualTo("yes");
    assertThat(source.at("/do/0/a/set/expression").textValue()).startsWith("${");
  }
}
