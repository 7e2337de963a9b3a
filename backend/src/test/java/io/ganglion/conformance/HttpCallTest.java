package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.kernel.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("it")
class HttpCallTest {
  private final PlatformServer shop = new PlatformServer(HttpCallTest::answer);
  private Kit kit;

  private static Reply answer(Request request) {
    return switch (request.path()) {
      case "/text" -> new Reply(200, Map.of("Content-Type", "text/plain"), "{}");
      case "/moved" -> new Reply(302, Map.of("Location", "/pets/2"), "");
      case "/stays" -> new Reply(304, Map.of(), "");
      case "/missing" -> Reply.json(404, "{\"detail\":\"no such pet\"}");
      case "/broken" -> Reply.json(500, "{}");
      default -> Reply.json(200, "{\"id\":1,\"name\":\"Milo\"}");
    };
  }

  @BeforeEach
  void signUp() {
    kit = new Kit();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Kit.Ended call(String with, String input) {
    return kit.run(
        "do:\n  - ask: {call: http, with: %s}".formatted(with.replace("SHOP", shop.url() + "")),
        input);
  }

  private Request sent() {
    return shop.journal().getLast();
  }

  @Test
  void the_endpoint_is_filled_in_from_top_level_members_of_the_input() {
    call(
            "{method: get, endpoint: {uri: 'SHOP/pets/{id}/{pet.name}?status={status}&none={none}&flag={flag}'}}",
            "{\"id\":7,\"pet.name\":\"a/b c\",\"status\":\"sold&out\",\"flag\":true}")
        .output();
    assertThat(sent().target()).isEqualTo("/pets/7/a%2Fb%20c?status=sold%26out&none=&flag=true");
  }

  @Test
  void the_input_s_transformation_comes_before_the_endpoint() {
    kit.run(
            """
            do:
              - ask:
                  input: {from: .pet}
                  call: http
                  with: {method: get, endpoint: '%s/pets/{id}'}
            """
                .formatted(shop.url()),
            "{\"pet\":{\"id\":3}}")
        .output();
    assertThat(sent().target()).isEqualTo("/pets/3");
  }

  @Test
  void an_object_has_no_place_in_an_endpoint() {
    var error = call("{method: get, endpoint: 'SHOP/pets/{id}'}", "{\"id\":{\"n\":1}}").error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "expression");
    assertThat(error.path("status").asInt()).isEqualTo(400);
    assertThat(shop.journal()).isEmpty();
  }

  @Test
  void every_argument_may_be_an_expression() {
    var output =
        call(
                "{method: '${ .how }', endpoint: '${ \"SHOP/\" + .path }', headers: '${ .headers }', query: '${ .query }', body: '${ .body }', output: response}",
                "{\"how\":\"post\",\"path\":\"{kept}\",\"headers\":{\"X-A\":\"b\"},\"query\":{\"q\":[1,2]},\"body\":[1]}")
            .error();
    // Braces in an address that was computed are no template, and no address either.
    assertThat(output.path("status").asInt()).isEqualTo(400);
    call(
            "{method: '${ .how }', endpoint: {uri: '${ \"SHOP/\" + .path }'}, headers: '${ .headers }', query: '${ .query }', body: '${ .body }'}",
            "{\"how\":\"post\",\"path\":\"pets\",\"headers\":{\"X-A\":\"b\"},\"query\":{\"q\":[1,2]},\"body\":[1]}")
        .output();
    assertThat(sent().method()).isEqualTo("POST");
    assertThat(sent().target()).isEqualTo("/pets?q=1&q=2");
    assertThat(sent().headers())
        .containsEntry("x-a", "b")
        .containsEntry("content-type", "application/json");
    assertThat(sent().body()).isEqualTo("[1]");
  }

  @Test
  void the_content_is_the_output_unless_another_form_is_asked_for() {
    assertThat(call("{method: get, endpoint: 'SHOP/pets/1'}", "{}").output())
        .isEqualTo(Json.read("{\"id\":1,\"name\":\"Milo\"}"));
    assertThat(call("{method: get, endpoint: 'SHOP/text'}", "{}").output())
        .isEqualTo(Json.read("\"{}\""));
    assertThat(call("{method: get, endpoint: 'SHOP/text', output: raw}", "{}").output())
        .isEqualTo(Json.read("\"e30=\""));
    var response =
        call(
                "{method: get, endpoint: 'SHOP/pets/1', headers: {Accept: application/json}, output: response}",
                "{}")
            .output();
    assertThat(response.at("/request/method").asText()).isEqualTo("GET");
    assertThat(response.at("/request/uri").asText()).isEqualTo(shop.url() + "/pets/1");
    assertThat(response.at("/request/headers/Accept").asText()).isEqualTo("application/json");
    assertThat(response.path("statusCode").asInt()).isEqualTo(200);
    assertThat(response.at("/headers/content-type").asText()).isEqualTo("application/json");
    assertThat(response.at("/content/name").asText()).isEqualTo("Milo");
  }

  @ParameterizedTest
  @CsvSource({
    "'{a: 1}', application/json, '{\"a\":1}'",
    "plain words, text/plain; charset=utf-8, plain words"
  })
  void a_body_is_sent_as_what_it_is(String body, String type, String bytes) {
    call("{method: post, endpoint: 'SHOP/pets', body: %s}".formatted(body), "{}").output();
    assertThat(sent().headers()).containsEntry("content-type", type);
    assertThat(sent().body()).isEqualTo(bytes);
  }

  @Test
  void an_object_is_sent_as_a_form_where_the_header_says_so() {
    call(
            "{method: post, endpoint: 'SHOP/pets', headers: {content-type: application/x-www-form-urlencoded}, body: {name: Milo the dog, tag: [a, b]}}",
            "{}")
        .output();
    assertThat(sent().body()).isEqualTo("name=Milo+the+dog&tag=a&tag=b");
  }

  @ParameterizedTest
  @CsvSource({"/missing, 404", "/broken, 500", "/moved, 302", "/stays, 304"})
  void a_status_outside_of_200_to_299_is_a_communication_error(String path, int status) {
    var error = call("{method: get, endpoint: 'SHOP%s'}".formatted(path), "{}").error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "communication");
    assertThat(error.path("status").asInt()).isEqualTo(status);
    assertThat(error.path("instance").asText()).isEqualTo("/do/0/ask");
    assertThat(shop.journal()).hasSize(1);
  }

  @Test
  void with_redirect_a_3xx_is_no_error_and_is_followed() {
    assertThat(
            call("{method: get, endpoint: 'SHOP/moved', redirect: true}", "{}")
                .output()
                .path("id")
                .asInt())
        .isEqualTo(1);
    assertThat(
            call("{method: get, endpoint: 'SHOP/stays', redirect: true, output: response}", "{}")
                .output()
                .path("statusCode")
                .asInt())
        .isEqualTo(304);
  }
}
