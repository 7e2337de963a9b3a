package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All that models and image models are asked for, on the laboratory's. */
@QuarkusTest
@Tag("it")
class OpenAiActionsTest {
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  @TestHTTPResource("/")
  String url = "";

  private JsonNode output(String platform, String tasks) {
    var customer = Customer.newTenant(url.replaceAll("/$", ""));
    var agent = new Troupe(customer).with(platform, "main").agent("asker");
    var document =
        "document: {dsl: '1.0.3', namespace: models, name: %s, version: '1.0.0'}\ndo:\n%s"
            .formatted(platform, tasks);
    var start = Json.object().put("agent", agent);
    start.put("workflow", customer.postYaml("/workflows", document).path("id").asText());
    var run = customer.post("/runs", start).path("id").asText();
    return Patience.await("the run has succeeded")
        .until(
            () -> customer.get("/runs/" + run), it -> it.path("state").asText().equals("SUCCEEDED"))
        .path("output");
  }

  private static String task(String name, String call, String with) {
    return """
      - %s:
          call: %s
          with: {connection: main, %s}
          export: {as: '${ $context + {%s: .} }'}
    """
        .formatted(name, call, with, name);
  }

  @Test
  void pictures_are_made_of_pictures_and_words_are_judged() {
    var picture = "image: {data: '%s', media_type: image/png}".formatted(PIXEL);
    var output =
        output(
            "image",
            task("edited", "image.edit", picture + ", prompt: a hat, size: 64x32")
                + task("varied", "image.variation", picture)
                + task("fine", "image.moderate", "text: a cup of tea")
                + task("bad", "image.moderate", "text: I hate tea")
                + task("one", "image.model", "id: lab-painter")
                + "  - all: {call: image.models, with: {connection: main}, output: {as: '${"
                + " $context + {models: .models} }'}}\n");
    assertThat(output.at("/edited/url").asText()).contains("/lab/image/files/").endsWith(".png");
    assertThat(output.at("/varied/url").asText()).isNotEqualTo(output.at("/edited/url").asText());
    assertThat(output.at("/fine/flagged").asBoolean()).isFalse();
    assertThat(output.at("/bad/categories/0").asText()).isEqualTo("hate");
    assertThat(output.at("/one/owned_by").asText()).isEqualTo("laboratory");
    assertThat(output.at("/models/0").asText()).isEqualTo("lab-painter");
  }

  @Test
  void models_go_on_with_texts_and_make_vectors_of_them() {
    var output =
        output(
            "model",
            task("more", "model.complete", "model: lab-small-1, prompt: 'Once upon'")
                + task(
                    "near",
                    "model.embed",
                    "model: lab-small-1, input: [tea at four, four at tea, a dog], dimensions: 256")
                + task("fine", "model.moderate", "text: a cup of tea")
                + task("one", "model.model", "id: lab-small-7")
                + "  - all: {call: model.models, with: {connection: main}, output: {as: '${"
                + " $context + {models: .models} }'}}\n");
    assertThat(output.at("/more/text").asText()).isNotEmpty();
    assertThat(output.at("/more/usage/total_tokens").asInt()).isPositive();
    var vectors = output.at("/near/embeddings");
    assertThat(vectors).hasSize(3);
    assertThat(vectors.get(0)).hasSize(256).isEqualTo(vectors.get(1)).isNotEqualTo(vectors.get(2));
    assertThat(output.at("/fine/flagged").asBoolean(true)).isFalse();
    assertThat(output.at("/one/id").asText()).isEqualTo("lab-small-7");
    assertThat(output.at("/models")).hasSize(1000);
  }
}
