package io.ganglion.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ShownArgumentsTest {
  @Test
  void headers_that_authenticate_a_call_are_hidden_and_nothing_else_is() {
    var kept =
        Json.read(
            """
            {"method":"POST","endpoint":"https://example.com/","body":{"authorization":"of the body"},
             "headers":{"Authorization":"Bearer canary","X-API-KEY":"canary","Accept":"text/plain"}}
            """);
    var before = kept.deepCopy();
    var shown = ShownArguments.of(kept);
    assertThat(shown.toString()).doesNotContain("canary");
    assertThat(shown.at("/headers/Authorization").asText()).isEqualTo(ShownArguments.HIDDEN);
    assertThat(shown.at("/headers/Accept").asText()).isEqualTo("text/plain");
    assertThat(shown.at("/body/authorization").asText()).isEqualTo("of the body");
    assertThat(kept).as("what is sent").isEqualTo(before);
  }

  @Test
  void arguments_without_such_headers_are_shown_as_they_are() {
    for (var text : new String[] {"{\"text\":\"a\"}", "{\"headers\":{\"Accept\":\"a\"}}", "[]"}) {
      var arguments = Json.read(text);
      assertThat(ShownArguments.of(arguments)).isSameAs(arguments);
    }
  }
}
