package io.ganglion.connector.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.Rehearsal;
import io.ganglion.kernel.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Binance answers to reads, as its documentation has it. */
@Tag("connectors")
class BinanceReadsTest {
  private static final String ORDER =
      """
      {"symbol": "BTCUSDT", "orderId": 28, "orderListId": -1, "clientOrderId": "mine", "price": "1.0",
       "origQty": "2.0", "executedQty": "0.5", "cummulativeQuoteQty": "0.5", "status": "PARTIALLY_FILLED",
       "timeInForce": "GTC", "type": "LIMIT", "side": "BUY"}""";

  private final Rehearsal binance =
      new Rehearsal(
          BinanceConnector::new,
          Json.object().put("api_key", "a-key").put("secret_key", "a-secret"),
          "42",
          BinanceReadsTest::on);

  @AfterEach
  void close() {
    binance.close();
  }

  private static Reply on(Request request) {
    return switch (request.path()) {
      case "/api/v3/order" -> Reply.json(200, ORDER);
      case "/api/v3/openOrders" -> Reply.json(200, "[%s]".formatted(ORDER));
      case "/api/v3/myTrades" ->
          Reply.json(
              200,
              """
              [{"symbol": "BTCUSDT", "id": 5, "orderId": 28, "price": "4.1", "qty": "12.0", "quoteQty": "48.0",
                "commission": "0.01", "commissionAsset": "BNB", "time": 1499865549590, "isBuyer": true}]""");
      case "/api/v3/depth" ->
          Reply.json(
              200,
              "{\"lastUpdateId\": 1, \"bids\": [[\"4.0\", \"431.0\"]], \"asks\": [[\"4.2\", \"12.0\"]]}");
      default -> Reply.json(404, "{}");
    };
  }

  private ObjectNode output(String action, ObjectNode arguments) {
    return (ObjectNode) ((Outcome.Landed) binance.send(action, arguments)).output();
  }

  private static ObjectNode symbol() {
    return Json.object().put("symbol", "BTCUSDT");
  }

  @Test
  void an_order_is_shown_as_it_is_now() {
    var order = output("order", symbol().put("client_order_id", "mine"));
    assertThat(order.path("status").asText()).isEqualTo("PARTIALLY_FILLED");
    assertThat(order.path("executed_qty").asText()).isEqualTo("0.5");
    assertThat(binance.platform().journal().getFirst().parameter("origClientOrderId"))
        .isEqualTo("mine");
  }

  @Test
  void open_orders_and_trades_are_lists() {
    assertThat(output("openOrders", symbol()).at("/orders/0/client_order_id").asText())
        .isEqualTo("mine");
    var trade = output("myTrades", symbol().put("limit", 7)).at("/trades/0");
    assertThat(trade.path("order_id").asText()).isEqualTo("28");
    assertThat(trade.path("buyer").asBoolean()).isTrue();
    assertThat(binance.platform().journal())
        .allMatch(request -> "a-key".equals(request.headers().get("x-mbx-apikey")));
  }

  @Test
  void the_book_is_public() {
    var book = output("depth", symbol());
    assertThat(book.at("/bids/0/price").asText()).isEqualTo("4.0");
    assertThat(book.at("/asks/0/qty").asText()).isEqualTo("12.0");
    assertThat(binance.platform().journal().getFirst().headers()).doesNotContainKey("x-mbx-apikey");
  }

  @Test
  void a_list_that_is_none_proves_nothing() {
    var lost =
        new Rehearsal(
            BinanceConnector::new,
            Json.object().put("api_key", "a-key").put("secret_key", "a-secret"),
            "42",
            request -> Reply.json(200, "{}"));
    try (lost) {
      assertThat(lost.send("myTrades", symbol())).isInstanceOf(Outcome.Unknown.class);
    }
  }
}
