package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class BinanceSimulatorTest {
  private static final String BUY = "symbol=BTCUSDT&side=BUY&type=MARKET&quoteOrderQty=100";
  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor binance;

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    binance = lab.visitor(tenant, Platform.BINANCE);
  }

  @Test
  void a_market_order_is_filled_and_moves_the_balances() {
    var order = order(BUY + "&newClientOrderId=first").body();
    assertThat(order.path("status").asText()).isEqualTo("FILLED");
    assertThat(order.path("fills")).hasSize(1);
    var bought = new BigDecimal(order.path("executedQty").asText());
    var paid = new BigDecimal(order.path("cummulativeQuoteQty").asText());
    assertThat(paid).isBetween(new BigDecimal("98"), new BigDecimal("100"));
    assertThat(free("BTC")).isEqualByComparingTo(bought.add(BigDecimal.ONE));
    assertThat(free("USDT")).isEqualByComparingTo(new BigDecimal("100000").subtract(paid));
    assertThat(lab.happened(tenant)).containsExactly("order.filled");
    assertThat(lab.entries(tenant).getFirst().payload().path("clientOrderId").asText())
        .isEqualTo("first");
  }

  @Test
  void a_client_order_id_is_unique_among_open_orders_only() {
    order(BUY + "&newClientOrderId=same");
    order(BUY + "&newClientOrderId=same");
    assertThat(lab.happened(tenant)).containsExactly("order.filled", "order.filled");

    var resting = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=10000";
    assertThat(order(resting + "&newClientOrderId=open").body().path("status").asText())
        .isEqualTo("NEW");
    assertThat(code(order(resting + "&newClientOrderId=open"))).isEqualTo(-2010);
  }

  @Test
  void an_open_order_locks_money_and_gives_it_back_when_cancelled() {
    order(
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=10000"
            + "&newClientOrderId=rest");
    assertThat(free("USDT")).isEqualByComparingTo("99900");
    var cancelled =
        signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=rest").body();
    assertThat(cancelled.path("status").asText()).isEqualTo("CANCELED");
    assertThat(cancelled.path("origClientOrderId").asText()).isEqualTo("rest");
    assertThat(free("USDT")).isEqualByComparingTo("100000");
    assertThat(code(signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=rest")))
        .isEqualTo(-2011);
  }

  @Test
  void an_order_is_found_by_its_client_order_id_even_if_its_answer_was_lost() {
    lab.next(tenant, Platform.BINANCE, "POST", "/api/v3/order", FaultKind.STATUS_500_AFTER);
    assertThat(order(BUY + "&newClientOrderId=lost").status()).isEqualTo(500);
    var found = signed("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=lost");
    assertThat(found.body().path("status").asText()).isEqualTo("FILLED");
    assertThat(code(signed("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=never")))
        .isEqualTo(-2013);
  }

  @Test
  void a_test_order_changes_nothing() {
    assertThat(signed("POST", "/api/v3/order/test", BUY).body()).isEqualTo(Json.object());
    assertThat(lab.happened(tenant)).isEmpty();
    assertThat(free("USDT")).isEqualByComparingTo("100000");
  }

  @Test
  void signatures_and_times_are_checked() {
    var query = "symbol=BTCUSDT&timestamp=" + System.currentTimeMillis();
    assertThat(code(binance.get("/api/v3/account?" + query + "&signature=00"))).isEqualTo(-1022);
    assertThat(code(binance.get("/api/v3/account?" + query))).isEqualTo(-1102);
    assertThat(code(at(System.currentTimeMillis() - 6_000))).isEqualTo(-1021);
    assertThat(code(at(System.currentTimeMillis() + 3_000))).isEqualTo(-1021);
    assertThat(code(binance.with("api_key", "nobody").get("/api/v3/account?" + query)))
        .isEqualTo(-2015);
  }

  @Test
  void what_the_filters_and_the_balance_don_t_allow_is_refused() {
    assertThat(code(order("symbol=BTCUSDT&side=BUY&type=MARKET&quoteOrderQty=1"))).isEqualTo(-1013);
    assertThat(code(order("symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.0000001")))
        .isEqualTo(-1013);
    assertThat(code(order("symbol=BTCUSDT&side=SELL&type=MARKET&quantity=5"))).isEqualTo(-2010);
    assertThat(code(order("symbol=NONE&side=SELL&type=MARKET&quantity=5"))).isEqualTo(-1121);
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void prices_are_public() {
    var nobody = binance.with("api_key", "");
    assertThat(
            new BigDecimal(
                nobody.get("/api/v3/ticker/price?symbol=BTCUSDT").body().path("price").asText()))
        .isBetween(new BigDecimal("60000"), new BigDecimal("70000"));
    assertThat(nobody.get("/api/v3/time").body().path("serverTime").asLong()).isPositive();
    assertThat(nobody.get("/api/v3/exchangeInfo").body().path("symbols")).isNotEmpty();
    assertThat(signed("GET", "/api/v3/account", "").header("X-MBX-USED-WEIGHT-1M")).isNotEmpty();
  }

  private Visitor.Seen order(String parameters) {
    return signed("POST", "/api/v3/order", parameters);
  }

  private Visitor.Seen at(long time) {
    return send("GET", "/api/v3/account", "timestamp=" + time);
  }

  private Visitor.Seen signed(String method, String path, String parameters) {
    var separator = parameters.isEmpty() ? "" : "&";
    return send(method, path, parameters + separator + "timestamp=" + System.currentTimeMillis());
  }

  private Visitor.Seen send(String method, String path, String query) {
    var target = path + "?" + query + "&signature=" + hmac(query);
    return switch (method) {
      case "GET" -> binance.get(target);
      case "DELETE" -> binance.delete(target);
      default -> binance.post(target);
    };
  }

  @Test
  void the_book_stands_around_the_price_and_trades_are_what_was_filled() {
    var price = binance.get("/api/v3/ticker/price?symbol=BTCUSDT").body().path("price").asText();
    var book = binance.get("/api/v3/depth?symbol=BTCUSDT&limit=5").body();
    assertThat(book.path("bids")).hasSize(5);
    assertThat(new BigDecimal(book.at("/bids/0/0").asText()))
        .isLessThan(new BigDecimal(book.at("/asks/0/0").asText()))
        .isCloseTo(new BigDecimal(price), org.assertj.core.api.Assertions.withinPercentage(1));
    var none = signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT").body();
    assertThat(none).isEmpty();
    signed("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001");
    var trades = signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT&limit=5").body();
    assertThat(trades).hasSize(1);
    assertThat(new BigDecimal(trades.at("/0/qty").asText())).isEqualByComparingTo("0.001");
    assertThat(signed("GET", "/api/v3/myTrades", "symbol=ETHUSDT").body()).isEmpty();
  }

  @Test
  void orders_and_trades_are_listed_from_a_number_on() {
    for (int i = 0; i < 3; i++) {
      signed("POST", "/api/v3/order", BUY);
    }
    signed(
        "POST",
        "/api/v3/order",
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=10000");
    var orders = signed("GET", "/api/v3/allOrders", "symbol=BTCUSDT").body();
    assertThat(orders.findValuesAsText("status"))
        .containsExactly("FILLED", "FILLED", "FILLED", "NEW");
    var third = orders.at("/2/orderId").asText();
    assertThat(signed("GET", "/api/v3/allOrders", "symbol=BTCUSDT&orderId=" + third).body())
        .hasSize(2);
    var trades = signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT").body();
    assertThat(trades.findValuesAsText("orderId")).hasSize(3).endsWith(third);
    var second = trades.at("/1/id").asText();
    var from = signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT&limit=1&fromId=" + second);
    assertThat(from.body().findValuesAsText("id")).containsExactly(second);
    assertThat(signed("GET", "/api/v3/openOrders", "symbol=ETHUSDT").body()).isEmpty();
  }

  private String hmac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var secret = binance.credential("secret_key").getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private BigDecimal free(String asset) {
    for (JsonNode balance : signed("GET", "/api/v3/account", "").body().path("balances")) {
      if (balance.path("asset").asText().equals(asset)) {
        return new BigDecimal(balance.path("free").asText());
      }
    }
    throw new AssertionError("no balance of " + asset);
  }

  private static int code(Visitor.Seen seen) {
    return seen.body().path("code").asInt();
  }
}
