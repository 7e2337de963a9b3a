package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.kernel.Json;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("it")
class ErrorTest {
  private final PlatformServer shop = new PlatformServer(request -> Reply.json(404, "{}"));
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
  void a_raised_error_fails_the_run_with_the_pointer_of_its_task() {
    var error =
        kit.run(
                """
                do:
                  - refuse:
                      raise: {error: {type: 'https://example.org/errors/rules', status: 400, title: Against the rules}}
                """)
            .error();
    assertThat(error)
        .isEqualTo(
            Json.read(
                """
                {"type": "https://example.org/errors/rules", "status": 400, "title": "Against the rules",
                 "instance": "/do/0/refuse"}
                """));
  }

  @Test
  void a_raised_error_s_type_may_be_a_template() {
    var error =
        kit.run(
                "do: [{refuse: {raise: {error: {type: 'https://example.org/{kind}', status: 418}}}}]",
                "{\"kind\":\"tea pot\"}")
            .error();
    assertThat(error.path("type").asText()).isEqualTo("https://example.org/tea%20pot");
  }

  @Test
  void a_raised_error_may_be_named_and_made_of_expressions() {
    var error =
        kit.run(
                """
                use:
                  errors:
                    sold:
                      type: ${ "https://example.org/errors/" + .kind }
                      status: 409
                      title: ${ "\\(.thing) is gone" }
                      detail: ${ .missing }
                      instance: /elsewhere
                do:
                  - refuse: {raise: {error: sold}}
                """,
                "{\"kind\":\"sold\",\"thing\":\"tea\"}")
            .error();
    assertThat(error)
        .isEqualTo(
            Json.read(
                """
                {"type": "https://example.org/errors/sold", "status": 409, "title": "tea is gone",
                 "instance": "/elsewhere"}
                """));
  }

  @Test
  void a_raise_whose_type_comes_to_no_uri_is_an_expression_error() {
    var error =
        kit.run("do:\n  - refuse: {raise: {error: {type: '${ .none }', status: 400}}}").error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "expression");
  }

  @Test
  void a_caught_error_is_seen_under_its_name_with_the_pointer_of_the_failed_task() {
    var run =
        kit.run(
            """
            do:
              - attempt:
                  try:
                    - ask: {call: http, with: {method: get, endpoint: {uri: '%s/pets/{name}'}}}
                  catch:
                    errors: {with: {type: '%scommunication', status: 404}}
                    as: problem
                    do:
                      - tell: {set: {error: '${ $problem }', still: '${ .name }'}}
            """
                .formatted(shop.url(), Kit.ERRORS),
            "{\"name\":\"Milo\"}");
    var output = run.output();
    assertThat(output.at("/error/instance").asText()).isEqualTo("/do/0/attempt/try/0/ask");
    assertThat(output.at("/error/status").asInt()).isEqualTo(404);
    assertThat(output.at("/error/title").asText()).isNotEmpty();
    assertThat(output.path("still").asText()).isEqualTo("Milo");
    assertThat(shop.journal().getFirst().target()).isEqualTo("/pets/Milo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://serverlessworkflow.io", "https://open-workflow-specification.org"})
  void a_filter_may_call_a_standard_type_by_its_other_names(String specification) {
    var output =
        kit.run(
                """
                do:
                  - tryGetPet:
                      try:
                        - getPet: {call: http, with: {method: get, endpoint: {uri: '%s/pets/{name}'}}}
                      catch:
                        errors: {with: {type: '%s/dsl/errors/types/communication', status: 404}}
                        as: err
                        do:
                          - tell: {set: {error: '${ $err }'}}
                """
                    .formatted(shop.url(), specification),
                "{\"name\":\"Milo\"}")
            .output();
    assertThat(output.at("/error/type").asText()).isEqualTo(Kit.ERRORS + "communication");
    assertThat(output.at("/error/instance").asText()).isEqualTo("/do/0/tryGetPet/try/0/getPet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "errors: {with: {type: 'https://serverlessworkflow.io/dsl/errors/types/runtime'}}",
        "errors: {with: {status: 503}}",
        "errors: {with: {type: 'https://example.org/other'}}",
        "errors: {with: {title: Other}}",
        "errors: {with: {instance: /do/1}}",
        "when: $error.status == 503",
        "exceptWhen: $error.status == 418"
      })
  void an_error_that_a_filter_leaves_out_goes_on(String filter) {
    var error = kit.run(guarded(filter)).error();
    assertThat(error.path("status").asInt()).isEqualTo(418);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "errors: {with: {status: 418}}",
        "errors: {with: {type: 'https://example.org/pot', title: Pot}}",
        "errors: {with: {instance: /do/0/attempt/try/0/boil, details: hot}}",
        "when: $error.status == 418",
        "exceptWhen: ${ $error.status == 503 }",
        "as: error"
      })
  void an_error_that_passes_its_filters_is_caught(String filter) {
    assertThat(kit.run(guarded(filter)).output()).isEqualTo(Json.read("{\"caught\":true}"));
  }

  private static String guarded(String filter) {
    return """
    do:
      - attempt:
          try:
            - boil: {raise: {error: {type: 'https://example.org/pot', status: 418, title: Pot, detail: hot}}}
          catch:
            %s
            do:
              - note: {set: {caught: true}}
    """
        .formatted(filter);
  }

  @Test
  void an_error_in_a_handler_is_not_its_own_to_catch() {
    var error =
        kit.run(
                """
                do:
                  - attempt:
                      try:
                        - one: {raise: {error: {type: 'https://example.org/a', status: 400}}}
                      catch:
                        do:
                          - two: {raise: {error: {type: 'https://example.org/b', status: 500}}}
                """)
            .error();
    assertThat(error.path("instance").asText()).isEqualTo("/do/0/attempt/catch/do/0/two");
  }

  @Test
  void a_try_that_succeeds_leaves_its_own_output() {
    assertThat(
            kit.run(
                    """
                    do:
                      - attempt:
                          try: [{one: {set: {n: 1}}}]
                          catch: {do: [{two: {set: {n: 2}}}]}
                          output: {as: .n}
                    """)
                .output())
        .isEqualTo(Json.read("1"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{for: {in: .n}, do: [{a: {set: {b: 1}}}]}', expression, 400",
    "'{set: {a: 1}, output: {schema: {document: {type: array}}}}', validation, 400",
    "'{wait: ''${ .n }''}', expression, 400",
    "'{call: ganglion.state, with: {get: key}}', configuration, 400",
    "'{wait: PT5S, timeout: {after: PT0.1S}}', timeout, 408"
  })
  void standard_errors_have_their_type_and_status(String task, String type, int status) {
    var error = kit.run("do:\n  - it: " + task, "{\"n\":1}").error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + type);
    assertThat(error.path("status").asInt()).isEqualTo(status);
    assertThat(error.path("instance").asText()).isEqualTo("/do/0/it");
  }
}
