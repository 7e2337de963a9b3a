package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("infra")
class DemoTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), false, false);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  @SuppressWarnings("NullAway.Init")
  private FakePlatform platform;

  @SuppressWarnings("NullAway.Init")
  private Demo demo;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(root.resolve("examples"));
    Files.writeString(root.resolve("examples/campaign.yaml"), "document: {}");
    platform = FakePlatform.start();
    demo =
        new Demo(StackDir.of(root), ApiClient.of(platform.url(), FakePlatform.OPERATOR), terminal);
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void theCampaignShowsEachStepOnceThenTheReceiptAndWhatHappened() {
    assertThat(demo.campaign()).isTrue();
    assertThat(text().lines().skip(1))
        .containsExactly(
            "",
            "Run run_1",
            "✓ write                    /do/0/write  1.2 s",
            "… waits: capacity 20/20",
            "✓ post                     /do/1/post  attempt 2",
            "  ✓ x.createPost LANDED https://x.example/179",
            "",
            "Receipt",
            "state      SUCCEEDED, coherent",
            "effects    1 landed",
            "depth      peak 6, mean 2.50",
            "written    campaign@3",
            "hold       x sys_1, weight 1, completed, 1200 ms deep",
            "charge     3.0 depth-seconds held, 0.0 billable (the laboratory is free)",
            "",
            "What happened on each platform",
            "x  @demo",
            "  post.created       179  {\"text\":\"hello\"}");
  }

  @Test
  void theNextCampaignUsesTheSameTenantAndAgent() {
    demo.campaign();
    platform.calls().clear();
    demo.campaign();
    assertThat(platform.calls())
        .doesNotContain("POST /tenants", "POST /agents", "POST /connections")
        .contains("POST /runs");
  }

  @Test
  void aCampaignThatDidNotEndIsFollowedAndNoOtherStarted() {
    var dir = StackDir.of(root);
    demo.campaign();
    DemoState.read(dir)
        .orElseThrow()
        .withCampaign(new DemoState.Campaign("k", "wfl_1", "run_1", 0))
        .write(dir);
    platform.calls().clear();
    assertThat(demo.campaign()).isTrue();
    assertThat(platform.calls()).doesNotContain("POST /runs").contains("GET /runs/run_1/receipt");
    assertThat(text()).contains("an earlier campaign has not ended");
  }

  @Test
  void aKeyThatNoLongerWorksMakesANewTenant() {
    var dir = StackDir.of(root);
    new DemoState("ten_0", "gk_live_other", "agt_0", null).write(dir);
    assertThat(demo.campaign()).isTrue();
    assertThat(DemoState.read(dir).orElseThrow().tenant()).isEqualTo("ten_1");
  }

  @Test
  void aFailedRunSaysWhereAndWhy() throws IOException {
    platform.end = "FAILED";
    var file = Files.writeString(root.resolve("any.yaml"), "document: {}");
    assertThat(demo.file(file, JsonNodeFactory.instance.objectNode())).isFalse();
    assertThat(text()).contains("✗ failed: Not found no such pet at /do/1/post");
  }

  @Test
  void aRefusedWorkflowNamesTheLine() throws IOException {
    var file = Files.writeString(root.resolve("broken.yaml"), "broken");
    assertThatThrownBy(() -> demo.file(file, JsonNodeFactory.instance.objectNode()))
        .hasMessage(
            "POST /workflows answered 400 invalid_workflow: 1 error\n  line 7 /do/0: unknown task kind");
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
