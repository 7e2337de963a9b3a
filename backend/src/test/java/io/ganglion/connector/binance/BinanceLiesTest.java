package io.ganglion.connector.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Subject;
import io.ganglion.kernel.Json;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("connectors")
class BinanceLiesTest {
  private static final JsonNode ORDER =
      Json.object()
          .put("symbol", "BTCUSDT")
          .put("side", "BUY")
          .put("type", "MARKET")
          .put("quantity", "1");

  @ParameterizedTest
  @CsvSource({
    "400, -1007, Timeout waiting for response",
    "400, -1006, An unexpected response was received",
    "400, -2010, Duplicate order sent.",
    "503, -1008, Server is overloaded"
  })
  void these_refusals_of_an_order_prove_nothing(int status, int code, String message) {
    try (var binance = answering(status, code, message)) {
      assertThat(binance.send("createOrder", ORDER)).isInstanceOf(Outcome.Unknown.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, -2010, Account has insufficient balance",
    "400, -1013, Filter failure: LOT_SIZE",
    "400, -1021, Timestamp for this request is outside of the recvWindow"
  })
  void these_refusals_of_an_order_prove_that_nothing_landed(int status, int code, String message) {
    try (var binance = answering(status, code, message)) {
      assertThat(binance.send("createOrder", ORDER)).isInstanceOf(Outcome.NotLanded.class);
      assertThat(binance.prepare("createOrder", ORDER)).isInstanceOf(Preparation.Refused.class);
    }
  }

  @Test
  void a_ban_is_waited_out() {
    var banned =
        new Reply(418, Map.of("Retry-After", "120"), "{\"code\":-1003,\"msg\":\"banned\"}");
    try (var binance = with(request -> banned)) {
      assertThat(binance.send("createOrder", ORDER))
          .isEqualTo(
              new Outcome.NotLanded(
                  418,
                  "Binance answered 418: banned",
                  Optional.of(Subject.NOW.plusSeconds(120)),
                  true));
    }
  }

  @Test
  void only_the_code_for_a_missing_order_proves_its_absence() {
    try (var binance = answering(400, -2013, "Order does not exist.")) {
      assertThat(binance.lookUp("createOrder", ORDER, NullNode.getInstance()))
          .isInstanceOf(Finding.Absent.class);
    }
    try (var binance = answering(400, -1021, "Timestamp")) {
      assertThat(binance.lookUp("createOrder", ORDER, NullNode.getInstance()))
          .isInstanceOf(Finding.Inconclusive.class);
    }
  }

  @Test
  void an_order_that_was_filled_before_it_could_be_cancelled_is_not_cancelled() {
    var filled =
        Json.object()
            .put("symbol", "BTCUSDT")
            .put("orderId", 1)
            .put("clientOrderId", "a")
            .put("status", "FILLED")
            .put("executedQty", "1");
    try (var binance =
        with(
            request ->
                request.method().equals("DELETE")
                    ? error(400, -2011, "Unknown order sent.")
                    : Reply.json(200, filled))) {
      var named = Json.object().put("symbol", "BTCUSDT").put("client_order_id", "a");
      assertThat(binance.send("cancelOrder", named))
          .isEqualTo(
              new Outcome.NotLanded(
                  409, "the order can't be cancelled: it is FILLED", Optional.empty(), false));
    }
  }

  @Test
  void account_and_ticker_are_read() {
    try (var binance =
        with(request -> Reply.json(200, "{\"symbol\":\"BTCUSDT\",\"price\":\"9.5\"}"))) {
      var landed = (Outcome.Landed) binance.send("ticker", Json.object().put("symbol", "BTCUSDT"));
      assertThat(landed.output().path("price").asText()).isEqualTo("9.5");
      assertThat(binance.platform().journal().getFirst().headers())
          .doesNotContainKey("x-mbx-apikey");
    }
  }

  @Test
  void a_signature_is_the_one_of_the_documentation() {
    // The example of Binance's own API documentation.
    var text =
        "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1"
            + "&recvWindow=5000&timestamp=1499827319559";
    assertThat(
            Signature.hmac(
                text, "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"))
        .isEqualTo("c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71");
  }

  private static Rehearsal answering(int status, int code, String message) {
    return with(request -> error(status, code, message));
  }

  private static Rehearsal with(Function<Request, Reply> behaviour) {
    return new Rehearsal(
        BinanceConnector::new,
        Json.object().put("api_key", "binance-key").put("secret_key", "binance-secret"),
        "1",
        behaviour::apply);
  }

  private static Reply error(int status, int code, String message) {
    return Reply.json(status, Json.object().put("code", code).put("msg", message));
  }
}
