package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One run on Slack, Discord, Kraken, Alpaca, Replicate and imgflip, each of whose answers may be
 * lost. Judged by the platforms' journals.
 */
@QuarkusTest
@Tag("it")
class WiderPlatformsTest {
  private static final Set<String> ENDED =
      Set.of("SUCCEEDED", "COMPENSATED", "FAILED", "CANCELLED", "NEEDS_ATTENTION");

  private static final List<String> PLATFORMS =
      List.of("slack", "discord", "kraken", "alpaca", "replicate", "imgflip");

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private Troupe troupe;
  private String agent;

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    troupe = new Troupe(customer);
    PLATFORMS.forEach(platform -> troupe.with(platform, platform));
    agent = troupe.agent("wide");
  }

  /** The laboratory's channels are numbered as their bot is. */
  private String document(String end) {
    return """
    document: {dsl: '1.0.3', namespace: wide, name: all, version: '1.0.0'}
    do:
      - slack: {call: slack.postMessage, with: {connection: slack, channel: C0GENERAL%1$s, text: hello}, metadata: {ganglion: {compensate: auto}}}
      - discord: {call: discord.createMessage, with: {connection: discord, channel_id: '13000001%2$s', content: hello}, metadata: {ganglion: {compensate: auto}}}
      - kraken: {call: kraken.createOrder, with: {connection: kraken, pair: XBTUSD, side: buy, type: market, volume: '0.01'}, metadata: {ganglion: {compensate: auto}}}
      - alpaca: {call: alpaca.createOrder, with: {connection: alpaca, symbol: AAPL, side: buy, type: market, time_in_force: day, qty: '2'}, metadata: {ganglion: {compensate: auto}}}
      - paint: {call: replicate.run, with: {connection: replicate, model: laboratory/painter, input: {prompt: tea}}}
      - meme: {call: imgflip.caption, with: {connection: imgflip, template_id: '55311130', text0: hello}}
    %3$s"""
        .formatted(
            troupe.account("slack").substring("U0LAB".length()),
            troupe.account("discord").substring("11000000".length()),
            end);
  }

  private JsonNode ended(String document) {
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    var run = customer.post("/runs", body).path("id").asText();
    return Patience.await(run)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> ENDED.contains(it.path("state").asText()));
  }

  private List<String> happened(String platform) {
    return customer.all("/lab/journal?platform=" + platform).stream()
        .map(entry -> entry.path("kind").asText())
        .toList();
  }

  private void losing(String platform, String path) {
    customer.post(
        "/lab/faults",
        Json.object()
            .put("platform", platform)
            .put("kind", "reset_after")
            .put("method", "POST")
            .put("path_prefix", path)
            .put("remaining", 1));
  }

  @Test
  void each_platform_is_acted_on_once_although_its_answer_is_lost() {
    losing("slack", "/api/chat.postMessage");
    losing("discord", "/api/v10/channels");
    losing("alpaca", "/v2/orders");
    var run = ended(document(""));
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
    assertThat(happened("slack")).containsExactly("message.posted");
    assertThat(happened("discord")).containsExactly("message.created");
    assertThat(happened("kraken")).containsExactly("order.closed");
    assertThat(happened("alpaca")).containsExactly("order.filled");
    assertThat(happened("replicate")).containsExactly("prediction.created");
    assertThat(happened("imgflip")).containsExactly("meme.made");
    assertThat(customer.all("/runs/" + run.path("id").asText() + "/effects"))
        .filteredOn(effect -> effect.path("evidence").asText().equals("lookup"))
        .extracting(effect -> effect.path("connector").asText())
        .containsExactlyInAnyOrder("slack", "discord", "alpaca");
  }

  @Test
  void what_landed_is_taken_back_on_each_platform_that_can() {
    var fail = "  - fail: {raise: {error: {type: 'https://example.com/no', status: 500}}}\n";
    var run = ended(document(fail));
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("COMPENSATED");
    assertThat(happened("slack")).containsExactly("message.posted", "message.deleted");
    assertThat(happened("discord")).containsExactly("message.created", "message.deleted");
    assertThat(happened("kraken")).containsExactly("order.closed", "order.closed");
    assertThat(happened("alpaca")).containsExactly("order.filled", "order.filled");
  }
}
