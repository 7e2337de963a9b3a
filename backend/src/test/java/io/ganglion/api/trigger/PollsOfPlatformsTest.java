package io.ganglion.api.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What platforms' lists show becomes events, by triggers on the laboratory's platforms. */
@QuarkusTest
@Tag("it")
class PollsOfPlatformsTest {
  @TestHTTPResource("/")
  String url = "";

  private Customer customer;

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
  }

  private void trigger(String connection, String poll, ObjectNode arguments) {
    var body = Json.object().put("name", poll).put("connection", connection).put("poll", poll);
    body.put("interval", "PT0.2S").set("arguments", arguments);
    var id = customer.post("/triggers", body).path("id").asText();
    Patience.await("the first poll of " + poll)
        .until(() -> customer.get("/triggers/" + id).hasNonNull("last_poll_at"));
  }

  private List<JsonNode> events(String type) {
    return customer
        .get("/events?limit=100")
        .path("data")
        .valueStream()
        .map(event -> event.path("event"))
        .filter(event -> event.path("type").asText().startsWith(type))
        .toList();
  }

  private void run(String agent, String name, String tasks) {
    var document =
        "document: {dsl: '1.0.3', namespace: polls, name: %s, version: '1.0.0'}\ndo:\n%s"
            .formatted(name, tasks);
    var start = Json.object().put("agent", agent);
    start.put("workflow", customer.postYaml("/workflows", document).path("id").asText());
    var run = customer.post("/runs", start).path("id").asText();
    Patience.await(name + " is done")
        .until(
            () -> customer.get("/runs/" + run).path("state").asText(),
            state -> state.equals("SUCCEEDED"));
  }

  @Test
  void fills_and_changes_of_orders_on_binance_are_told_once_each() {
    var agent = new Troupe(customer).with("binance", "exchange").agent("trader");
    var symbol = Json.object().put("symbol", "BTCUSDT");
    trigger("exchange", "fills", symbol);
    trigger("exchange", "orders", symbol);
    run(
        agent,
        "trade",
        """
          - buy:
              call: binance.createOrder
              with: {connection: exchange, symbol: BTCUSDT, side: BUY, type: MARKET, quantity: '0.001'}
          - rest:
              call: binance.createOrder
              with: {connection: exchange, symbol: BTCUSDT, side: BUY, type: LIMIT, quantity: '0.001', price: '10000', timeInForce: GTC}
          - seen: {wait: {seconds: 2}}
          - cancel:
              call: binance.cancelOrder
              with: {connection: exchange, symbol: BTCUSDT, client_order_id: '${ $context.rested }'}
        """
            .replace(
                "timeInForce: GTC}",
                "timeInForce: GTC}\n      export: {as: '${ {rested: .client_order_id} }'}"));
    Patience.await("the end of the order")
        .until(() -> events("com.binance.order.canceled").size() == 1);
    assertThat(events("com.binance.fill")).hasSize(1);
    assertThat(events("com.binance.order").stream().map(event -> event.path("type").asText()))
        .containsOnlyOnce("com.binance.order.filled", "com.binance.order.canceled");
  }

  @Test
  void a_medium_of_somebody_else_that_tags_the_account_is_told() {
    var troupe = new Troupe(customer).with("instagram", "me").with("instagram", "friend");
    var agent = troupe.agent("friend");
    trigger("me", "mentions", Json.object());
    var name =
        customer
            .get("/connections")
            .path("data")
            .valueStream()
            .filter(it -> it.path("name").asText().equals("me"))
            .map(it -> it.path("label").asText())
            .findFirst()
            .orElseThrow();
    assertThat(name).startsWith("@");
    run(
        agent,
        "publish",
        """
          - publish:
              call: instagram.publishPhoto
              with: {connection: friend, image_url: 'https://example.com/tea.png', caption: 'tea with %s'}
        """
            .formatted(name));
    Patience.await("the mention").until(() -> events("com.instagram.mention").size() == 1);
    assertThat(events("com.instagram.mention").getFirst().at("/data/caption").asText())
        .isEqualTo("tea with " + name);
  }
}
