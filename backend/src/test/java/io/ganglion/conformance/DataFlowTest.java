package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.kernel.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class DataFlowTest {
  private final PlatformServer shop =
      new PlatformServer(
          request ->
              Reply.json(
                  200, "{\"id\":%s,\"name\":\"tea\"}".formatted(request.target().substring(8))));
  private Kit kit;

  @BeforeEach
  void signUp() {
    kit = new Kit();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void a_task_sees_only_what_its_input_takes() {
    var run =
        kit.run(
            """
            do:
              - pick:
                  input: {from: .account.owner}
                  set: {owner: '${ . }', same: '${ $input }', before: '${ $task.input.account.n }'}
            """,
            "{\"account\":{\"owner\":\"ada\",\"n\":1}}");
    assertThat(run.output())
        .isEqualTo(Json.read("{\"owner\":\"ada\",\"same\":\"ada\",\"before\":1}"));
  }

  @Test
  void now_is_when_the_task_began() {
    var before = System.currentTimeMillis() / 1000.0;
    var output =
        kit.run(
                """
                do:
                  - first:
                      if: now > 1
                      set: {at: '${ now }', started: '${ $task.startedAt.epoch.milliseconds / 1000 }'}
                      output: {as: '{at, started, after: now}'}
                      export: {as: '{year: (now | strftime("%Y"))}'}
                  - second: {wait: PT1.2S}
                  - third: {set: '${ . + {third: now} }'}
                output: {as: '. + {whole: now, year: $context.year}'}
                """)
            .output();
    assertThat(output.path("at").asDouble()).isGreaterThanOrEqualTo(Math.floor(before));
    assertThat(output.path("at").asDouble()).isEqualTo(output.path("started").asDouble());
    assertThat(output.path("after")).isEqualTo(output.path("at"));
    assertThat(output.path("third").asDouble()).isGreaterThan(output.path("at").asDouble() + 1);
    assertThat(output.path("whole").asDouble()).isLessThanOrEqualTo(output.path("at").asDouble());
    assertThat(output.path("year").asText()).startsWith("20");
  }

  @Test
  void a_task_that_its_run_waits_in_began_when_it_began() {
    var run =
        kit.run(
            """
            do:
              - before: {set: {a: 1}}
              - around:
                  do:
                    - rest:
                        wait: PT2S
                        output: {as: '${ {inner: $task.startedAt.epoch.milliseconds} }'}
                  output: {as: '${ . + {outer: $task.startedAt.epoch.milliseconds} }'}
            output: {as: '${ . + {whole: $workflow.startedAt.epoch.milliseconds} }'}
            """);
    long whole = run.output().path("whole").asLong();
    for (var task : List.of("inner", "outer")) {
      assertThat(run.output().path(task).asLong() - whole).as(task).isBetween(0L, 1_500L);
    }
    for (var step : kit.steps(run)) {
      var took =
          Duration.between(
              Instant.parse(step.path("started_at").asText()),
              Instant.parse(step.path("ended_at").asText()));
      boolean waits = !step.path("name").asText().equals("before");
      assertThat(took.toMillis() >= 1_500).as("%s", step).isEqualTo(waits);
    }
  }

  @Test
  void now_is_the_same_when_a_run_is_taken_up_again() {
    var output =
        kit.run(
                """
                do:
                  - once:
                      for: {each: time, in: '${ [now] }'}
                      do:
                        - keep: {set: {at: '${ $time }'}}
                        - nap: {wait: PT1.2S}
                        - again: {set: '${ . + {again: $time} }'}
                """)
            .output();
    assertThat(output.path("again")).isEqualTo(output.path("at"));
  }

  @Test
  void an_expression_in_the_middle_of_a_text_is_text() {
    var run = kit.run("do:\n  - a: {set: {text: 'Hi ${ .name }!', n: '${ .n }'}}", "{\"n\":1}");
    assertThat(run.output()).isEqualTo(Json.read("{\"text\":\"Hi ${ .name }!\",\"n\":1}"));
  }

  @Test
  void an_output_may_be_a_bare_value_and_be_the_next_task_s_input() {
    var run =
        kit.run(
            """
            do:
              - first:
                  call: http
                  with: {method: get, endpoint: {uri: '%1$s/things/{thing}'}}
                  output: {as: .id}
              - second:
                  call: http
                  with: {method: get, endpoint: '%1$s/things/8'}
                  output: {as: '{ ids: [ $input, .id ], raw: $task.output.name }'}
            """
                .formatted(shop.url()),
            "{\"thing\":7}");
    assertThat(run.output()).isEqualTo(Json.read("{\"ids\":[7,8],\"raw\":\"tea\"}"));
  }

  @Test
  void the_workflow_s_own_input_and_output_are_transformed_and_checked() {
    var body =
        """
        input:
          from: .order
          schema: {document: {type: object, required: [order]}}
        output:
          as: {total: '${ .sum }', asked: '${ $workflow.input.order.n }'}
          schema: {document: {type: object, properties: {total: {type: integer}}}}
        do:
          - sum: {set: {sum: '${ .n + 1 }'}}
        """;
    assertThat(kit.run(body, "{\"order\":{\"n\":4}}").output())
        .isEqualTo(Json.read("{\"total\":5,\"asked\":4}"));
    var refused = kit.run(body, "{\"n\":4}").error();
    assertThat(refused.path("type").asText()).isEqualTo(Kit.ERRORS + "validation");
    assertThat(refused.path("status").asInt()).isEqualTo(400);
    assertThat(kit.run(body, "{\"order\":{\"n\":0.5}}").error().path("type").asText())
        .isEqualTo(Kit.ERRORS + "validation");
  }

  @Test
  void schemas_check_the_raw_input_the_transformed_output_and_the_context() {
    var input = schema("input: {from: .a, schema: {document: {required: [a]}}}");
    assertThat(kit.run(input, "{\"a\":1}").output().isObject()).isTrue();
    assertThat(kit.run(input, "{\"b\":1}").error().path("instance").asText())
        .isEqualTo("/do/0/one");
    var output = schema("output: {as: .n, schema: {document: {type: integer}}}");
    assertThat(kit.run(output).output()).isEqualTo(Json.read("1"));
    var export = schema("export: {as: '{ n: \"x\" }', schema: {document: {type: string}}}");
    assertThat(kit.run(export).error().path("detail").asText()).startsWith("export");
  }

  private static String schema(String property) {
    return """
    do:
      - one:
          %s
          set: {n: 1}
    """
        .formatted(property);
  }

  @Test
  void the_context_begins_as_the_workflow_s_transformed_input() {
    var run =
        kit.run(
            """
            input: {from: .inner}
            do:
              - first: {set: {seen: '${ $context }'}, export: {as: '$context + {n: 2}'}}
              - second: {set: {seen: '${ $context }'}}
            """,
            "{\"inner\":{\"m\":1}}");
    assertThat(run.output()).isEqualTo(Json.read("{\"seen\":{\"m\":1,\"n\":2}}"));
  }

  @Test
  void an_export_replaces_the_context_that_later_tasks_see() {
    var run =
        kit.run(
            """
            do:
              - one:
                  set: {n: 1}
                  output: {as: .n}
                  export: {as: '{ first: ., raw: $task.output, out: $output }'}
              - two:
                  set: {n: 2}
                  export: {as: '$context + { second: .n }'}
              - three: {set: '${ $context }'}
            """);
    assertThat(run.output())
        .isEqualTo(Json.read("{\"first\":1,\"raw\":{\"n\":1},\"out\":1,\"second\":2}"));
  }

  @Test
  void a_skipped_task_passes_its_raw_input_on() {
    var run =
        kit.run(
            """
            do:
              - skipped:
                  if: .n > 5
                  input: {from: .n}
                  set: {never: true}
              - done:
                  if: ${ .n == 1 }
                  set: {n: '${ .n + 1 }'}
            """,
            "{\"n\":1}");
    assertThat(run.output()).isEqualTo(Json.read("{\"n\":2}"));
    assertThat(kit.tasks(run)).containsExactly("done");
  }

  @Test
  void the_descriptors_say_what_runs() {
    var run =
        kit.run(
            """
            do:
              - look:
                  set:
                    task: '${ $task.name + " at " + $task.reference }'
                    kind: '${ $task.definition.set | type }'
                    workflow: '${ $workflow.definition.document.namespace }'
                    runtime: '${ $runtime.name }'
                    times: '${ [$workflow.startedAt.epoch.seconds, $task.startedAt.epoch.milliseconds] | map(type) }'
            """);
    assertThat(run.output())
        .isEqualTo(
            Json.read(
                "{\"task\":\"look at /do/0/look\",\"kind\":\"object\",\"workflow\":\"kit\",\"runtime\":\"Ganglion\",\"times\":[\"number\",\"number\"]}"));
  }

  @Test
  void an_expression_that_fails_is_an_error_of_the_task_it_stands_in() {
    var error = kit.run("do:\n  - bad: {set: {n: '${ .text / 2 }'}}", "{\"text\":\"a\"}").error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "expression");
    assertThat(error.path("status").asInt()).isEqualTo(400);
    assertThat(error.path("instance").asText()).isEqualTo("/do/0/bad");
  }

  @Test
  void loose_mode_evaluates_any_value_and_leaves_what_fails_as_it_is() {
    var run =
        kit.run(
            """
            evaluate: {language: jq, mode: loose}
            do:
              - one:
                  set: {sum: .n + 1, text: just words, failing: .n.deeper, strict: '${ .n }', none: $nobody}
            """,
            "{\"n\":1}");
    assertThat(run.output())
        .isEqualTo(
            Json.read(
                "{\"sum\":2,\"text\":\"just words\",\"failing\":\".n.deeper\",\"strict\":1,\"none\":\"$nobody\"}"));
  }

  @Test
  void strict_mode_takes_a_value_without_delimiters_literally() {
    assertThat(
            kit.run("do:\n  - one: {set: {sum: .n + 1}}", "{\"n\":1}")
                .output()
                .path("sum")
                .asText())
        .isEqualTo(".n + 1");
  }
}
