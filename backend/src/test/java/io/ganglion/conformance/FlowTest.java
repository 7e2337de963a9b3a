package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("it")
class FlowTest {
  private Kit kit;

  @BeforeEach
  void signUp() {
    kit = new Kit();
  }

  @Test
  void tasks_run_in_the_order_they_are_written() {
    var run =
        kit.run(
            """
            do:
              - salt: {set: {bowl: '${ .bowl + ["salt"] }'}}
              - flour: {set: {bowl: '${ .bowl + ["flour"] }'}}
              - water: {set: {bowl: '${ .bowl + ["water"] }'}}
            """);
    assertThat(run.output()).isEqualTo(Json.read("{\"bowl\":[\"salt\",\"flour\",\"water\"]}"));
    assertThat(kit.tasks(run)).containsExactly("salt", "flour", "water");
  }

  @Test
  void then_leads_to_a_named_task_and_end_ends_the_workflow() {
    var run =
        kit.run(
            """
            do:
              - first: {set: {way: [1]}, then: third}
              - second: {set: {way: '${ .way + [2] }'}, then: end}
              - third: {set: {way: '${ .way + [3] }'}, then: second}
            """);
    assertThat(run.output()).isEqualTo(Json.read("{\"way\":[1,3,2]}"));
    assertThat(kit.tasks(run)).containsExactly("first", "third", "second");
  }

  @Test
  void exit_leaves_its_own_list_and_end_leaves_all() {
    var run =
        kit.run(
            """
            do:
              - inner:
                  do:
                    - a: {set: {way: [a]}, then: exit}
                    - b: {set: {way: '${ .way + ["b"] }'}}
              - c: {set: {way: '${ .way + ["c"] }'}}
              - deep:
                  do:
                    - d: {set: {way: '${ .way + ["d"] }'}, then: end}
              - e: {set: {way: '${ .way + ["e"] }'}}
            """);
    assertThat(run.output()).isEqualTo(Json.read("{\"way\":[\"a\",\"c\",\"d\"]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{fork: {branches: [{a: {set: {a: 1}, then: end}}, {b: {wait: PT0.4S}}]}}",
        "{fork: {branches: [{b: {wait: PT0.4S}}, {a: {do: [{x: {set: {a: 1}, then: end}}]}}]}}",
        "{fork: {branches: [{a: {switch: [{c: {then: end}}], output: {as: '{a: 1}'}}}, {b: {wait: PT2S}}]}}",
        "{fork: {compete: true, branches: [{a: {wait: PT1.5S, output: {as: '{a: 1}'}, then: end}}, {b: {wait: PT9S}}]}}"
      })
  void a_branch_whose_own_task_says_so_ends_the_workflow(String fork) {
    var run = kit.run("do: [{f: %s}, {z: {set: {z: 1}}}]".formatted(fork));
    assertThat(run.output()).isEqualTo(Json.read("{\"a\":1}"));
    assertThat(kit.tasks(run)).doesNotContain("z");
  }

  @Test
  void lists_may_be_empty() {
    var run =
        kit.run(
            """
            do:
              - nothing: {do: []}
              - all: {fork: {branches: []}, output: {as: '{all: .}'}}
              - first: {fork: {compete: true, branches: []}, output: {as: '$input + {first: .}'}}
              - loop: {for: {in: '${ [1, 2] }'}, do: []}
              - guarded: {try: [], catch: {}}
              - caught:
                  try: [{fail: {raise: {error: {type: 'https://example.org/e', status: 400}}}}]
                  catch: {retry: {limit: {attempt: {count: 1}}}, do: []}
            """);
    assertThat(run.output()).isEqualTo(Json.read("{\"all\":[],\"first\":null}"));
    assertThat(kit.run("do: []", "{\"n\":1}").output()).isEqualTo(Json.read("{\"n\":1}"));
  }

  @Test
  void a_do_is_one_task_made_of_several() {
    var run =
        kit.run(
            """
            do:
              - bake:
                  do:
                    - one: {set: {n: '${ .n + 1 }'}}
                    - two: {set: {n: '${ .n * 10 }'}}
                  output: {as: .n}
            """,
            "{\"n\":1}");
    assertThat(run.output()).isEqualTo(Json.read("20"));
  }

  @ParameterizedTest
  @CsvSource({"small, at-home", "large, hired", "huge, asked"})
  void a_switch_goes_to_the_first_case_that_holds_or_to_its_default(String size, String place) {
    var run =
        kit.run(
            """
            do:
              - choose:
                  switch:
                    - little: {when: '.size == "small"', then: home}
                    - much: {when: '${ .size == "large" }', then: hire}
                    - anything: {then: ask}
              - home: {set: {place: at-home}, then: end}
              - hire: {set: {place: hired}, then: end}
              - ask: {set: {place: asked}}
            """,
            "{\"size\":\"%s\"}".formatted(size));
    assertThat(run.output().path("place").asText()).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({"small, at-home", "huge, asked"})
  void the_default_of_a_switch_comes_last_wherever_it_stands(String size, String place) {
    var run =
        kit.run(
            """
            do:
              - choose:
                  switch:
                    - anything: {then: ask}
                    - little: {when: '.size == "small"', then: home}
              - home: {set: {place: at-home}, then: end}
              - ask: {set: {place: asked}}
            """,
            "{\"size\":\"%s\"}".formatted(size));
    assertThat(run.output().path("place").asText()).isEqualTo(place);
  }

  @Test
  void a_switch_that_fits_nothing_follows_its_own_then() {
    var run =
        kit.run(
            """
            do:
              - choose:
                  switch:
                    - little: {when: '.size == "small"', then: home}
                  then: end
              - home: {set: {place: at-home}}
            """,
            "{\"size\":\"huge\"}");
    assertThat(run.output()).isEqualTo(Json.read("{\"size\":\"huge\"}"));
    assertThat(kit.tasks(run)).containsExactly("choose");
  }

  @Test
  void a_loop_gathers_in_its_data_with_item_and_index() {
    var run =
        kit.run(
            """
            do:
              - visit:
                  for: {each: town, in: '.towns'}
                  do:
                    - note: {set: {seen: '${ .seen + ["\\($index) \\($town)"] }'}}
            """,
            "{\"towns\":[\"Ghent\",\"Bonn\"]}");
    assertThat(run.output()).isEqualTo(Json.read("{\"seen\":[\"0 Ghent\",\"1 Bonn\"]}"));
  }

  @Test
  void a_loop_has_default_names_and_ends_when_its_condition_fails() {
    var run =
        kit.run(
            """
            do:
              - add:
                  for: {in: '${ [1, 2, 3, 4] }'}
                  while: .sum < 3
                  do:
                    - step: {set: {sum: '${ .sum + $item }', last: '${ $index }'}}
            """,
            "{\"sum\":0}");
    assertThat(run.output()).isEqualTo(Json.read("{\"sum\":3,\"last\":1}"));
  }

  @Test
  void a_loop_over_nothing_passes_its_input_and_over_no_list_is_an_error() {
    var body =
        """
        do:
          - none: {for: {each: x, in: .list}, do: [{never: {set: {a: 1}}}]}
        """;
    assertThat(kit.run(body, "{\"list\":[]}").output()).isEqualTo(Json.read("{\"list\":[]}"));
    var error = kit.run(body, "{\"list\":3}").error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "expression");
    assertThat(error.path("instance").asText()).isEqualTo("/do/0/none");
  }

  @Test
  void branches_give_their_outputs_in_order_and_competing_ones_a_single_output() {
    var body =
        """
        do:
          - both:
              fork:
                compete: %s
                branches:
                  - slow: {do: [{nap: {wait: PT0.4S}}, {red: {set: {colours: [red]}}}]}
                  - quick: {set: {colours: [green]}}
        """;
    assertThat(kit.run(body.formatted("false")).output())
        .isEqualTo(Json.read("[{\"colours\":[\"red\"]},{\"colours\":[\"green\"]}]"));
    assertThat(kit.run(body.formatted("true")).output())
        .isEqualTo(Json.read("{\"colours\":[\"green\"]}"));
  }

  @Test
  void a_set_makes_values_of_any_shape_or_is_one_expression() {
    var run =
        kit.run(
            """
            do:
              - shape:
                  set:
                    kind: circle
                    size: ${ .style.size }
                    list: [1, '${ .style.size.w }', {deep: '${ .style.fill }'}]
              - whole: {set: '${ . + {done: true} }'}
            """,
            "{\"style\":{\"size\":{\"w\":6},\"fill\":\"blue\"}}");
    assertThat(run.output())
        .isEqualTo(
            Json.read(
                "{\"kind\":\"circle\",\"size\":{\"w\":6},\"list\":[1,6,{\"deep\":\"blue\"}],\"done\":true}"));
  }
}
