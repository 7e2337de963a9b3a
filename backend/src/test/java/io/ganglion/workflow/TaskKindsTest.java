package io.ganglion.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.kernel.Json;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of task, and what it is read into. */
@Tag("unit")
class TaskKindsTest {
  private static NamedTask first(String body) {
    return Reading.parseBody("do:\n" + body.indent(2)).tasks().getFirst();
  }

  private static <T extends Task> T only(Class<T> kind, String body) {
    var task = first("- a:\n" + body.indent(4)).task();
    assertThat(task).isInstanceOf(kind);
    return kind.cast(task);
  }

  private static JsonNode json(String text) {
    return Json.read(text);
  }

  @Test
  void a_task_has_its_name_and_place() {
    var task = first("- post it: {wait: PT1S}");
    assertThat(task.name()).isEqualTo("post it");
    assertThat(task.pointer()).isEqualTo("/do/0/post it");
    var nested = first("- a/b:\n    do:\n      - c~d: {wait: PT1S}");
    assertThat(nested.pointer()).isEqualTo("/do/0/a~1b");
    assertThat(((Task.Do) nested.task()).tasks().getFirst().pointer())
        .isEqualTo("/do/0/a~1b/do/0/c~0d");
  }

  @Test
  void a_call_keeps_its_arguments_as_one_template() {
    var call =
        only(
            Task.Call.class,
            """
            call: x.createPost
            with: {connection: main, text: '${ .caption }'}
            """);
    assertThat(call.function()).isEqualTo("x.createPost");
    assertThat(call.with().evaluate(json("{\"caption\": \"hi\"}"), Map.of()))
        .isEqualTo(json("{\"connection\": \"main\", \"text\": \"hi\"}"));
  }

  @Test
  void a_call_of_a_named_function_has_its_task_and_its_arguments() {
    var definition =
        Reading.parseBody(
            """
            use:
              functions:
                post:
                  input: {schema: {document: {type: object, required: [text]}}}
                  call: x.createPost
                  with: {connection: main, text: '${ .text }'}
                  output: {as: .id}
                note: {set: {a: 1}}
            do:
              - a: {call: post, with: {text: '${ .caption }'}}
              - b: {call: note}
            """);
    var a = (Task.Invoke) definition.tasks().get(0).task();
    var b = (Task.Invoke) definition.tasks().get(1).task();
    assertThat(a.with().source()).isEqualTo(json("{\"text\": \"${ .caption }\"}"));
    assertThat(a.function().name()).isEqualTo("post");
    assertThat(a.function().pointer()).isEqualTo("/do/0/a");
    assertThat(((Task.Call) a.function().task()).function()).isEqualTo("x.createPost");
    assertThat(a.function().task().common().input().schema()).isPresent();
    assertThat(b.with().source()).isEqualTo(json("{}"));
    assertThat(b.function().task()).isInstanceOf(Task.Set.class);
    assertThat(definition.use().functions())
        .extracting(NamedTask::pointer)
        .containsExactly("/use/functions/post", "/use/functions/note");
  }

  @Test
  void functions_that_call_each_other_are_read_once_each() {
    var body = new StringBuilder("use:\n  functions:\n");
    for (int i = 1; i < FunctionReader.MAX_DEPTH; i++) {
      body.append(
          "    f%d: {do: [{a: {call: f%d}}, {b: {call: f%d}}]}\n".formatted(i, i + 1, i + 1));
    }
    body.append("    f%d: {set: {a: 1}}\n".formatted(FunctionReader.MAX_DEPTH));
    body.append("do:\n  - a: {call: f1}\n");
    assertThat(Reading.parseBody(body.toString()).tasks()).hasSize(1);
    var deeper = body.toString().replace("{set: {a: 1}}", "{call: last}").replace("do:\n", "");
    deeper =
        deeper
            .replace("    f1:", "    last: {set: {a: 1}}\n    f1:")
            .replace("  - a:", "do:\n  - a:");
    var one = deeper;
    assertThatThrownBy(() -> Reading.parseBody(one))
        .isInstanceOfSatisfying(
            WorkflowProblem.class, p -> assertThat(p.detail()).contains("more than 16 deep"));
  }

  @Test
  void arguments_that_are_expressions_are_not_checked_before_they_are_known() {
    var call =
        only(
            Task.Call.class,
            """
            call: model.chat
            with:
              connection: ${ .connection }
              messages: ${ .messages }
              temperature: ${ .t }
            """);
    assertThat(call.with().constant()).isFalse();
  }

  @Test
  void a_swarm_keeps_the_arguments_of_its_members_as_they_are_written() {
    var call =
        only(
            Task.Call.class,
            """
            call: ganglion.swarm
            with:
              connection: models
              over: ${ .names }
              concurrency: 10
              arguments: {messages: [{role: user, content: '${ "\\($index) of \\($n): \\($item)" }'}]}
              reducer: {type: majority, by: .answer}
            """);
    assertThat(call.with().source().at("/arguments/messages/0/content").textValue())
        .startsWith("${");
  }

  @Test
  void state_and_record_are_calls_too() {
    assertThat(only(Task.Call.class, "call: ganglion.state\nwith: {get: cursor}").function())
        .isEqualTo("ganglion.state");
    assertThat(
            only(Task.Call.class, "call: ganglion.state\nwith: {set: {cursor: '${ .id }'}}")
                .function())
        .isEqualTo("ganglion.state");
    assertThat(
            only(Task.Call.class, "call: ganglion.record\nwith: {value: {pick: '${ .a }'}}")
                .function())
        .isEqualTo("ganglion.record");
  }

  @Test
  void http_needs_no_connection() {
    var call =
        only(
            Task.Call.class,
            """
            call: http
            with:
              method: get
              endpoint: {uri: 'https://a.example/pets/{petId}'}
              headers: {accept: application/json}
              query: {limit: '5', q: '${ .q }'}
              output: response
            """);
    assertThat(call.function()).isEqualTo("http");
  }

  @Test
  void a_do_holds_its_tasks_in_order() {
    var task = only(Task.Do.class, "do:\n  - b: {wait: PT1S}\n  - c: {wait: PT2S, then: b}");
    assertThat(task.tasks()).extracting(NamedTask::name).containsExactly("b", "c");
    assertThat(task.tasks().get(1).task().common().then()).isEqualTo(new Then.GoTo("b"));
  }

  @Test
  void a_set_takes_an_object_or_one_expression() {
    var values = only(Task.Set.class, "set: {shape: circle, size: '${ .size }'}").values();
    assertThat(values.evaluate(json("{\"size\": 3}"), Map.of()))
        .isEqualTo(json("{\"shape\": \"circle\", \"size\": 3}"));
    var one = only(Task.Set.class, "set: ${ .configuration }").values();
    assertThat(one.evaluate(json("{\"configuration\": {\"a\": 1}}"), Map.of()))
        .isEqualTo(json("{\"a\": 1}"));
  }

  @Test
  void a_switch_has_cases_in_order_and_one_default() {
    var task =
        only(
            Task.Switch.class,
            """
            switch:
              - cheap: {when: .price < 5, then: end}
              - dear: {when: '${ .price > 50 }', then: exit}
              - default: {then: continue}
            """);
    assertThat(task.cases())
        .extracting(Task.Case::name)
        .containsExactly("cheap", "dear", "default");
    assertThat(task.cases())
        .extracting(Task.Case::then)
        .containsExactly(new Then.End(), new Then.Exit(), new Then.Continue());
    assertThat(task.cases().get(1).when().orElseThrow().source()).isEqualTo(".price > 50");
    assertThat(task.cases().get(2).when()).isEmpty();
  }

  @Test
  void a_for_names_its_item_and_index() {
    var task =
        only(
            Task.For.class,
            """
            for: {each: pet, in: .pets, at: i}
            while: .vet != null
            do:
              - b: {set: {id: '${ $pet.id + $i }'}}
            """);
    assertThat(task.each()).isEqualTo("pet");
    assertThat(task.at()).isEqualTo("i");
    assertThat(task.in().source()).isEqualTo(".pets");
    assertThat(task.condition().orElseThrow().source()).isEqualTo(".vet != null");
    var plain = only(Task.For.class, "for: {in: '${ .pets }'}\ndo:\n  - b: {wait: PT1S}");
    assertThat(plain.each()).isEqualTo("item");
    assertThat(plain.at()).isEqualTo("index");
  }

  @Test
  void a_fork_has_branches_that_may_compete_or_commit_together() {
    var race =
        only(
            Task.Fork.class,
            "fork:\n  compete: true\n  branches:\n    - b: {wait: PT1S}\n    - c: {wait: PT2S}");
    assertThat(race.compete()).isTrue();
    assertThat(race.common().metadata().atomic()).isFalse();
    var group =
        only(
            Task.Fork.class,
            """
            fork:
              branches:
                - x: {call: x.createPost, with: {connection: x, text: '${ .t }'}}
                - ig: {call: instagram.createPost, with: {connection: ig, caption: a}}
            metadata: {ganglion: {group: atomic}, mine: 5}
            """);
    assertThat(group.common().metadata().atomic()).isTrue();
    assertThat(group.common().metadata().source().path("mine").intValue()).isEqualTo(5);
  }

  @Test
  void a_try_has_its_handler() {
    var task =
        only(
            Task.Try.class,
            """
            try:
              - b: {wait: PT1S}
            catch:
              errors:
                with: {type: 'https://a.example/e', status: 503, details: gone}
              as: problem
              when: $problem.status == 503
              exceptWhen: ${ $problem.title == "x" }
              retry:
                when: .again
                delay: {seconds: 3}
                backoff: {exponential: {}}
                limit: {attempt: {count: 5, duration: PT10S}, duration: PT1M}
                jitter: {from: PT0S, to: PT1S}
              do:
                - c: {set: {error: '${ $problem }'}}
            """);
    var handler = task.handler();
    assertThat(handler.with())
        .isEqualTo(
            json("{\"type\": \"https://a.example/e\", \"status\": 503, \"detail\": \"gone\"}"));
    assertThat(handler.as()).isEqualTo("problem");
    assertThat(handler.exceptWhen().orElseThrow().source()).isEqualTo("$problem.title == \"x\"");
    assertThat(handler.tasks()).hasSize(1);
    var retry = handler.retry().orElseThrow();
    assertThat(retry.delay().source()).isEqualTo(json("{\"seconds\": 3}"));
    assertThat(retry.backoff()).isEqualTo(Retry.Backoff.EXPONENTIAL);
    assertThat(retry.attempts()).contains(5);
    assertThat(retry.attemptTimeout().orElseThrow().source().textValue()).isEqualTo("PT10S");
    assertThat(retry.total().orElseThrow().source().textValue()).isEqualTo("PT1M");
    assertThat(retry.jitter().orElseThrow().to().source().textValue()).isEqualTo("PT1S");
  }

  @Test
  void an_empty_catch_catches_everything() {
    var handler = only(Task.Try.class, "try:\n  - b: {wait: PT1S}\ncatch: {}").handler();
    assertThat(handler.with()).isEqualTo(NullNode.getInstance());
    assertThat(handler.as()).isEqualTo("error");
    assertThat(handler.retry()).isEmpty();
    assertThat(handler.tasks()).isEmpty();
  }

  @Test
  void what_use_names_is_resolved() {
    var definition =
        Reading.parseBody(
            """
            use:
              errors: {gone: {type: 'https://a.example/gone', status: 410, title: '${ .t }'}}
              retries: {slow: {delay: PT5S, backoff: {linear: {}}}}
              timeouts: {short: {after: PT1S}}
              secrets: [token]
            do:
              - a:
                  try:
                    - b: {raise: {error: gone}, timeout: short}
                  catch: {retry: slow}
              - c: {call: http, with: {method: get, endpoint: '${ $secrets.token }'}}
            timeout: short
            """);
    assertThat(definition.use().secrets()).containsExactly("token");
    assertThat(definition.timeout().orElseThrow().after().source().textValue()).isEqualTo("PT1S");
    var attempt = (Task.Try) definition.tasks().getFirst().task();
    assertThat(attempt.handler().retry().orElseThrow().backoff()).isEqualTo(Retry.Backoff.LINEAR);
    var raise = (Task.Raise) attempt.tasks().getFirst().task();
    assertThat(raise.error().status().source().intValue()).isEqualTo(410);
    assertThat(raise.error().title().orElseThrow().constant()).isFalse();
    assertThat(raise.common().timeout()).isPresent();
  }

  @Test
  void a_raise_may_hold_its_error() {
    var error =
        only(
                Task.Raise.class,
                """
                raise:
                  error:
                    type: ${ "https://a.example/" + .kind }
                    status: 400
                    instance: /do/0
                    detail: ${ "order \\(.id)" }
                """)
            .error();
    assertThat(error.type().evaluate(json("{\"kind\": \"x\"}"), Map.of()).textValue())
        .isEqualTo("https://a.example/x");
    assertThat(error.instance()).isPresent();
    assertThat(error.title()).isEmpty();
  }

  @Test
  void a_wait_takes_an_object_a_text_or_an_expression() {
    assertThat(only(Task.Wait.class, "wait: {seconds: 10}").duration().source())
        .isEqualTo(json("{\"seconds\": 10}"));
    assertThat(only(Task.Wait.class, "wait: PT15M").duration().constant()).isTrue();
    assertThat(only(Task.Wait.class, "wait: ${ .pause }").duration().constant()).isFalse();
  }

  @Test
  void every_task_may_carry_conditions_data_and_a_timeout() {
    var common =
        only(
                Task.Wait.class,
                """
                wait: PT1S
                if: .ready
                input: {from: .order, schema: {document: {type: object}}}
                output: {as: {id: '${ .id }'}, schema: {format: json, document: {required: [id]}}}
                export: {as: '$context + .'}
                timeout: {after: {minutes: 5}}
                then: end
                metadata: {ganglion: {redo: true}}
                """)
            .common();
    assertThat(common.condition().orElseThrow().source()).isEqualTo(".ready");
    assertThat(common.input().transform().orElseThrow().source().textValue()).isEqualTo(".order");
    assertThat(
            common
                .input()
                .transform()
                .orElseThrow()
                .evaluate(json("{\"order\": 5}"), Map.of())
                .intValue())
        .isEqualTo(5);
    assertThat(common.output().schema()).contains(json("{\"required\": [\"id\"]}"));
    assertThat(common.export().transform()).isPresent();
    assertThat(common.timeout()).isPresent();
    assertThat(common.then()).isEqualTo(new Then.End());
    assertThat(common.metadata().redo()).isTrue();
    assertThat(common.metadata().compensate()).isFalse();
  }

  @Test
  void a_task_without_any_of_it_has_defaults() {
    var common = only(Task.Wait.class, "wait: PT1S").common();
    assertThat(common.condition()).isEmpty();
    assertThat(common.input()).isEqualTo(Data.ANY);
    assertThat(common.then()).isEqualTo(new Then.Continue());
    assertThat(common.metadata().source()).isEqualTo(NullNode.getInstance());
  }

  @Test
  void in_loose_mode_a_set_that_is_one_expression_needs_no_delimiters() {
    var definition =
        Reading.parseBody(
            """
            evaluate: {mode: loose, language: jq}
            do:
              - a: {set: .configuration}
            """);
    assertThat(((Task.Set) definition.tasks().get(0).task()).values().constant()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0.0", "1.0.3", "1.0.0-alpha5", "1.0.1-rc.1+build.7", "1.0.12"})
  void every_1_0_x_of_the_dsl_is_read_with_its_pre_releases(String dsl) {
    var body = "do:\n  - a: {wait: PT1S}\n";
    assertThat(Reading.parse(Reading.HEAD.replace("1.0.3", dsl) + body).tasks()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.0", "1.0", "1.0.0-", "1.0.0-01", "2.0.0-alpha1", "v1.0.0"})
  void another_dsl_is_refused(String dsl) {
    var body = "do:\n  - a: {wait: PT1S}\n";
    assertThatThrownBy(() -> Reading.parse(Reading.HEAD.replace("1.0.3", dsl) + body))
        .isInstanceOfSatisfying(
            WorkflowProblem.class, p -> assertThat(p.detail()).contains("'dsl' must be 1.0.x"));
  }

  @Test
  void the_head_is_read() {
    var definition =
        Reading.parse(
            """
            document:
              dsl: 1.0.0
              namespace: my-space
              name: order-pet
              version: 1.2.3-beta.1+build.5
              title: Order a pet
              summary: |
                # Order
              tags: {team: pets, level: 5, more: [a, {b: true}], none: null}
              metadata: {a: 1}
            input: {schema: {document: {type: object}}, from: '{order: .}'}
            output: {as: .result}
            do:
              - a: {wait: PT1S}
            """);
    assertThat(definition.namespace()).isEqualTo("my-space");
    assertThat(definition.name()).isEqualTo("order-pet");
    assertThat(definition.version()).isEqualTo("1.2.3-beta.1+build.5");
    assertThat(definition.title()).isEqualTo("Order a pet");
    assertThat(definition.input().schema()).isPresent();
    assertThat(definition.output().transform()).isPresent();
    assertThat(definition.source().at("/document/metadata/a").intValue()).isEqualTo(1);
  }

  @Test
  void compensation_belongs_to_a_call() {
    var call =
        only(
            Task.Call.class,
            """
            call: x.createPost
            with: {connection: m, text: a}
            metadata: {ganglion: {compensate: auto}}
            """);
    assertThat(call.common().metadata().compensate()).isTrue();
  }
}
