package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.kernel.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Functions of {@code use.functions}: tasks that are called with arguments. */
@QuarkusTest
@Tag("it")
class FunctionTest {
  private final PlatformServer shop =
      new PlatformServer(
          request ->
              request.path().endsWith("/0")
                  ? Reply.json(404, "{}")
                  : Reply.json(200, Json.object().put("path", request.path())));
  private Kit kit;

  @BeforeEach
  void signUp() {
    kit = new Kit();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  /** The specification's call-custom-function-inline.yaml, with an address of ours. */
  private String inline(String id) {
    return """
    use:
      functions:
        getPetById:
          input:
            schema:
              document:
                type: object
                properties:
                  petId:
                    type: string
                required: [ petId ]
          call: http
          with:
            method: get
            endpoint: %s/v2/pet/{petId}
    do:
      - getPet:
          call: getPetById
          with:
            petId: %s
    """
        .formatted(shop.url(), id);
  }

  @Test
  void the_specification_s_example_runs() {
    var run = kit.run(inline("'69'"));
    assertThat(run.output()).isEqualTo(Json.read("{\"path\":\"/v2/pet/69\"}"));
    assertThat(kit.tasks(run)).containsExactlyInAnyOrder("getPet", "getPetById");
  }

  @Test
  void arguments_that_don_t_fit_the_function_s_schema_are_a_validation_error_of_the_call() {
    var error = kit.run(inline("69")).error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "validation");
    assertThat(error.path("instance").asText()).isEqualTo("/do/0/getPet");
    assertThat(shop.journal()).isEmpty();
  }

  @Test
  void a_function_sees_its_arguments_and_gives_its_output() {
    var run =
        kit.run(
            """
            use:
              functions:
                double: {set: {n: '${ .n * 2 }', all: '${ . }'}, output: {as: .n}}
                quadruple:
                  do:
                    - once: {call: double, with: {n: '${ .n }'}}
                    - twice: {call: double, with: {n: '${ . }'}}
            do:
              - count:
                  for: {each: item, in: .list}
                  do:
                    - one:
                        call: quadruple
                        with: {n: '${ $item }'}
                        output: {as: '$input + {seen: ($input.seen + [.])}'}
              - none: {call: double, with: {n: 0}, output: {as: '$input.seen'}}
            """,
            "{\"list\":[1,2],\"seen\":[]}");
    assertThat(run.output()).isEqualTo(Json.read("[4,8]"));
  }

  @Test
  void each_call_has_positions_of_its_own() {
    var run =
        kit.run(
            """
            use:
              functions:
                note: {do: [{it: {set: {a: 1}}}]}
            do:
              - one: {call: note}
              - two: {call: note}
            """);
    run.output();
    List<String> positions =
        kit.owner()
            .request()
            .get("/api/v1/runs/" + run.id() + "/steps")
            .then()
            .extract()
            .path("data.position");
    assertThat(positions)
        .contains(
            "/do/0/one/call/note/do/0/it",
            "/do/0/one/call/note",
            "/do/1/two/call/note/do/0/it",
            "/do/1/two");
  }

  @Test
  void an_error_has_the_pointer_of_the_call_and_inside_that_of_the_function_s_own_task() {
    var call =
        """
        use:
          functions:
            ask: {call: http, with: {method: get, endpoint: '%s/pet/{id}'}}
            deep: {do: [{inner: {call: ask, with: {id: 0}}}]}
        do:
          - guarded:
              try: [{it: {call: %s, with: {id: 0}}}]
              catch:
                errors: {with: {status: 404}}
                do: [{tell: {set: {at: '${ $error.instance }'}}}]
        """;
    assertThat(kit.run(call.formatted(shop.url(), "ask")).output().path("at").asText())
        .isEqualTo("/do/0/guarded/try/0/it");
    assertThat(kit.run(call.formatted(shop.url(), "deep")).output().path("at").asText())
        .isEqualTo("/use/functions/deep/do/0/inner");
  }

  @Test
  void what_loops_and_handlers_give_is_not_seen_inside() {
    var error =
        kit.run(
                """
                use: {functions: {peek: {set: {it: '${ $item }'}}}}
                do:
                  - all: {for: {in: '${ [1] }'}, do: [{one: {call: peek}}]}
                """)
            .error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "expression");
    assertThat(error.path("detail").asText()).contains("$item is not defined here");
  }

  @Test
  void functions_that_go_in_a_circle_are_refused_with_their_line() {
    var errors =
        kit.refused(
            """
            use:
              functions:
                one: {call: two}
                two: {do: [{again: {call: one}}]}
            do:
              - ask: {call: one}
            """);
    assertThat(errors.at("/0/pointer").asText()).isEqualTo("/use/functions/two/do/0/again/call");
    assertThat(errors.at("/0/line").asInt()).isEqualTo(5);
    assertThat(errors.at("/0/detail").asText()).contains("'one' calls itself");
  }
}
