package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Patience;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class ReplicateSimulatorTest {
  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor replicate;

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    replicate = lab.visitor(tenant, Platform.REPLICATE);
  }

  @Test
  void a_prediction_is_over_after_a_while_and_made_a_real_png() throws IOException {
    var made = replicate.post("/v1/models/laboratory/painter/predictions", prompt("tea"));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().path("status").asText()).isEqualTo("starting");
    var at = "/v1/predictions/" + made.body().path("id").asText();
    var done =
        Patience.await("the prediction is over")
            .until(
                () -> replicate.get(at).body(),
                body -> body.path("status").asText().equals("succeeded"));
    try (var stream = URI.create(done.at("/output/0").asText()).toURL().openStream()) {
      assertThat(ImageIO.read(stream).getWidth()).isEqualTo(512);
    }
    assertThat(lab.happened(tenant)).containsExactly("prediction.created");
  }

  @Test
  void one_may_be_stopped_until_it_is_over() {
    var id = replicate.post("/v1/predictions", versioned("tea")).body().path("id").asText();
    var cancel = "/v1/predictions/" + id + "/cancel";
    assertThat(replicate.post(cancel).body().path("status").asText()).isEqualTo("canceled");
    assertThat(replicate.post(cancel).body().path("status").asText()).isEqualTo("canceled");
    assertThat(lab.happened(tenant)).containsExactly("prediction.created", "prediction.canceled");
  }

  @Test
  void errors_are_problems() {
    var nobody = replicate.with("api_token", "r8_nobody").get("/v1/account");
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.body().path("title").asText()).isEqualTo("Unauthenticated");
    assertThat(replicate.post("/v1/predictions", prompt("tea")).status()).isEqualTo(422);
    assertThat(replicate.post("/v1/predictions", versioned("")).status()).isEqualTo(422);
    assertThat(replicate.get("/v1/predictions/none").status()).isEqualTo(404);
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void account_models_and_predictions_are_read() {
    assertThat(replicate.get("/v1/account").body().path("username").asText())
        .isEqualTo(replicate.account().account());
    var model = replicate.get("/v1/models/laboratory/writer").body();
    assertThat(model.at("/latest_version/id").asText()).matches("[0-9a-f]{64}");
    replicate.post("/v1/predictions", versioned("tea"));
    assertThat(replicate.get("/v1/predictions").body().path("results")).hasSize(1);
    assertThat(replicate.get("/v1/hardware").body()).isNotEmpty();
  }

  private static ObjectNode prompt(String prompt) {
    var body = Json.object();
    body.putObject("input").put("prompt", prompt);
    return body;
  }

  private static ObjectNode versioned(String prompt) {
    return prompt(prompt).put("version", "laboratory/writer");
  }
}
