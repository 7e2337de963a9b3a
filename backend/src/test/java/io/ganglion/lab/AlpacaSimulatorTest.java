package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class AlpacaSimulatorTest {
  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor alpaca;

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    alpaca = lab.visitor(tenant, Platform.ALPACA);
  }

  @Test
  void a_market_order_is_filled_and_becomes_a_position() {
    var order = alpaca.post("/v2/orders", buy("first").put("qty", "2")).body();
    assertThat(order.path("status").asText()).isEqualTo("filled");
    var paid = new BigDecimal(order.path("filled_avg_price").asText()).multiply(new BigDecimal(2));
    assertThat(cash()).isEqualByComparingTo(new BigDecimal("100000").subtract(paid));
    assertThat(alpaca.get("/v2/positions/AAPL").body().path("qty").asText()).isEqualTo("2");
    assertThat(alpaca.get("/v2/positions").body()).hasSize(1);
    assertThat(lab.entries(tenant))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("order.filled");
              assertThat(entry.reference()).isEqualTo(order.path("id").asText());
            });
  }

  @Test
  void a_client_order_id_is_taken_once_for_ever() {
    var resting = limit("same");
    var id = alpaca.post("/v2/orders", resting).body().path("id").asText();
    assertThat(alpaca.delete("/v2/orders/" + id).status()).isEqualTo(204);
    var second = alpaca.post("/v2/orders", resting);
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.body().path("message").asText()).isEqualTo("client_order_id must be unique");
    assertThat(lab.happened(tenant)).containsExactly("order.new", "order.canceled");
  }

  @Test
  void an_order_is_found_by_its_client_order_id_even_if_its_answer_was_lost() {
    lab.next(tenant, Platform.ALPACA, "POST", "/v2/orders", FaultKind.STATUS_500_AFTER);
    assertThat(alpaca.post("/v2/orders", buy("lost").put("qty", "1")).status()).isEqualTo(500);
    assertThat(named("lost").body().path("status").asText()).isEqualTo("filled");
    assertThat(named("never").status()).isEqualTo(404);
  }

  @Test
  void an_open_order_locks_money_and_gives_it_back_when_cancelled() {
    var id = alpaca.post("/v2/orders", limit("rest")).body().path("id").asText();
    assertThat(alpaca.get("/v2/account").body().path("buying_power").asText())
        .isEqualTo("99990.00");
    assertThat(alpaca.get("/v2/orders").body()).hasSize(1);
    assertThat(alpaca.delete("/v2/orders/" + id).status()).isEqualTo(204);
    assertThat(alpaca.delete("/v2/orders/" + id).status()).isEqualTo(422);
    assertThat(alpaca.get("/v2/account").body().path("buying_power").asText())
        .isEqualTo("100000.00");
    assertThat(alpaca.get("/v2/orders?status=closed").body()).hasSize(1);
  }

  @Test
  void what_can_t_be_traded_is_refused() {
    assertThat(alpaca.post("/v2/orders", buy("a").put("qty", "1000000")).status()).isEqualTo(403);
    assertThat(alpaca.post("/v2/orders", buy("b").put("symbol", "NONE").put("qty", "1")).status())
        .isEqualTo(422);
    assertThat(alpaca.post("/v2/orders", buy("c").put("notional", "0.5")).status()).isEqualTo(422);
    assertThat(
            alpaca.post("/v2/orders", buy("d").put("symbol", "BRK.A").put("qty", "0.1")).status())
        .isEqualTo(422);
    assertThat(alpaca.with("key_id", "PKNOBODY").get("/v2/account").status()).isEqualTo(401);
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void assets_quotes_and_the_clock_are_read_and_limits_told() {
    assertThat(alpaca.get("/v2/assets/BTC%2FUSD").body().path("min_order_size").asText())
        .isEqualTo("0.0001");
    var quote = alpaca.get("/v2/stocks/AAPL/quotes/latest").body().path("quote");
    assertThat(quote.path("ap").asDouble()).isGreaterThan(quote.path("bp").asDouble());
    assertThat(
            alpaca
                .get("/v1beta3/crypto/us/latest/quotes?symbols=BTC%2FUSD")
                .body()
                .path("quotes")
                .has("BTC/USD"))
        .isTrue();
    var clock = alpaca.get("/v2/clock");
    assertThat(clock.body().path("is_open").asBoolean()).isTrue();
    assertThat(clock.header("X-RateLimit-Remaining")).isNotEmpty();
  }

  private Visitor.Seen named(String clientId) {
    return alpaca.get("/v2/orders:by_client_order_id?client_order_id=" + clientId);
  }

  private BigDecimal cash() {
    return new BigDecimal(alpaca.get("/v2/account").body().path("cash").asText())
        .setScale(2, RoundingMode.DOWN);
  }

  private static ObjectNode buy(String clientId) {
    return Json.object()
        .put("symbol", "AAPL")
        .put("side", "buy")
        .put("type", "market")
        .put("time_in_force", "day")
        .put("client_order_id", clientId);
  }

  private static ObjectNode limit(String clientId) {
    return buy(clientId).put("type", "limit").put("limit_price", "10").put("qty", "1");
  }
}
