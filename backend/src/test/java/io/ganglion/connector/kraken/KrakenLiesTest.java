package io.ganglion.connector.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Behaviour;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Rehearsal;
import io.ganglion.kernel.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("connectors")
class KrakenLiesTest {
  private static final JsonNode ORDER =
      Json.object()
          .put("pair", "XBTUSD")
          .put("side", "buy")
          .put("type", "market")
          .put("volume", "1");

  @ParameterizedTest
  @CsvSource({
    "EService:Timeout, Unknown",
    "EService:Unavailable, Unknown",
    "EService:Busy, Unknown",
    "EGeneral:Internal error, Unknown",
    "EGeneral:Invalid arguments:cl_ord_id is in use, Unknown", // perhaps by an earlier attempt
    "EOrder:Insufficient funds, NotLanded",
    "EOrder:Order minimum not met, NotLanded",
    "EAPI:Invalid nonce, NotLanded",
    "EService:Deadline elapsed, NotLanded"
  })
  void an_error_with_the_status_200_is_judged_by_its_text(String error, String outcome) {
    try (var kraken = with(request -> KrakenContractTest.Market.error(error))) {
      assertThat(kraken.send("createOrder", ORDER).getClass().getSimpleName()).isEqualTo(outcome);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EAPI:Rate limit exceeded, 429, true",
    "EGeneral:Temporary lockout, 429, true",
    "EAPI:Invalid nonce, 409, true", // it was overtaken by another request of the key
    "EService:Deadline elapsed, 409, true",
    "EAPI:Invalid key, 401, false",
    "EOrder:Insufficient funds, 400, false"
  })
  void what_may_land_later_is_told_apart(String error, int status, boolean retryable) {
    try (var kraken = with(request -> KrakenContractTest.Market.error(error))) {
      assertThat(kraken.send("createOrder", ORDER))
          .isEqualTo(
              new Outcome.NotLanded(status, "Kraken: " + error, Optional.empty(), retryable));
    }
  }

  @Test
  void a_warning_is_no_error() {
    var body = "{\"error\":[\"WGeneral:Be careful\"],\"result\":{\"txid\":[\"O1\"]}}";
    try (var kraken = with(request -> Reply.json(200, body))) {
      assertThat(kraken.send("createOrder", ORDER)).isInstanceOf(Outcome.Landed.class);
    }
  }

  @Test
  void an_order_has_a_deadline_and_the_effects_own_name_and_nonces_grow() {
    try (var kraken = with(request -> KrakenContractTest.Market.error("EOrder:Rate limit"))) {
      kraken.send("createOrder", ORDER);
      kraken.send("createOrder", ORDER);
      var sent = kraken.platform().journal();
      assertThat(sent.getFirst().parameter("deadline")).isEqualTo("2026-11-22T12:00:30Z");
      assertThat(sent.getFirst().parameter("cl_ord_id")).matches("[0-9a-f-]{36}");
      assertThat(Long.parseLong(sent.getLast().parameter("nonce")))
          .isGreaterThan(Long.parseLong(sent.getFirst().parameter("nonce")));
    }
  }

  @Test
  void an_order_below_the_pairs_minimum_is_refused_before_it_is_sent() {
    var pairs =
        "{\"error\":[],\"result\":{\"XXBTZUSD\":{\"altname\":\"XBTUSD\",\"ordermin\":\"2\"}}}";
    try (var kraken = with(request -> Reply.json(200, pairs))) {
      assertThat(kraken.prepare("createOrder", ORDER))
          .isEqualTo(
              new Preparation.Refused(400, "Kraken takes orders of XBTUSD from 2 on", false));
      assertThat(kraken.platform().journal()).hasSize(1);
    }
  }

  @Test
  void a_page_that_is_not_all_of_them_proves_no_absence() {
    try (var kraken =
        with(
            request ->
                Reply.json(
                    200,
                    request.path().endsWith("OpenOrders")
                        ? "{\"error\":[],\"result\":{\"open\":{}}}"
                        : "{\"error\":[],\"result\":{\"closed\":{},\"count\":70}}"))) {
      assertThat(kraken.lookUp("createOrder", ORDER, NullNode.getInstance()))
          .isInstanceOf(Finding.Inconclusive.class);
    }
  }

  @Test
  void a_cancellation_that_is_pending_is_not_claimed() {
    var open =
        "{\"error\":[],\"result\":{\"count\":1,\"pending\":true,\"open\":{\"O1\":{\"cl_ord_id\":\"a\","
            + "\"status\":\"open\",\"vol_exec\":\"0\"}}}}";
    try (var kraken = with(request -> Reply.json(200, open))) {
      assertThat(kraken.send("cancelOrder", Json.object().put("client_order_id", "a")))
          .isInstanceOf(Outcome.Unknown.class);
    }
  }

  @Test
  void a_signature_is_the_one_of_the_documentation() {
    // The example of Kraken's own API documentation.
    var body = "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25";
    assertThat(
            Signature.of(
                KrakenContractTest.Market.PRIVATE_KEY,
                "/0/private/AddOrder",
                "1616492376594",
                body))
        .isEqualTo(
            "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==");
  }

  @Test
  void a_private_key_that_is_no_base64_is_refused_and_not_sent() {
    try (var kraken =
        new Rehearsal(
            KrakenConnector::new,
            Json.object().put("api_key", "key").put("private_key", "not Base64!"),
            "1",
            request -> KrakenContractTest.Market.error("EAPI:Invalid key"))) {
      assertThat(((Outcome.NotLanded) kraken.send("createOrder", ORDER)).status()).isEqualTo(401);
      assertThat(kraken.platform().journal()).isEmpty();
    }
  }

  @Test
  void balances_prices_and_the_book_are_read() {
    var answers =
        Map.of(
            "Balance", "{\"ZUSD\":\"100.5\"}",
            "Ticker", "{\"XXBTZUSD\":{\"a\":[\"3\"],\"b\":[\"1\"],\"c\":[\"2\"]}}",
            "Depth", "{\"XXBTZUSD\":{\"asks\":[[\"3\",\"1\",0]],\"bids\":[]}}",
            "OpenOrders", "{\"open\":{\"O1\":{\"status\":\"open\",\"vol_exec\":\"0\"}}}",
            "CancelAllOrdersAfter", "{\"triggerTime\":\"0\"}");
    try (var kraken =
        with(
            request -> {
              var method = request.path().substring(request.path().lastIndexOf('/') + 1);
              return KrakenContractTest.Market.result(
                  Json.read(answers.getOrDefault(method, "{}")));
            })) {
      var pair = Json.object().put("pair", "XBTUSD");
      assertThat(output(kraken.send("balance", Json.object())).at("/balances/0/amount").asText())
          .isEqualTo("100.5");
      assertThat(output(kraken.send("ticker", pair)).path("last").asText()).isEqualTo("2");
      assertThat(output(kraken.send("depth", pair)).at("/asks/0/price").asText()).isEqualTo("3");
      assertThat(output(kraken.send("openOrders", Json.object())).path("orders")).hasSize(1);
      assertThat(
              output(kraken.send("cancelAllOrdersAfter", Json.object().put("timeout", 0)))
                  .path("trigger_time")
                  .asText())
          .isEqualTo("0");
    }
  }

  private static JsonNode output(Outcome outcome) {
    return ((Outcome.Landed) outcome).output();
  }

  private static Rehearsal with(Behaviour behaviour) {
    return new Rehearsal(
        KrakenConnector::new,
        Json.object()
            .put("api_key", "kraken-key")
            .put("private_key", KrakenContractTest.Market.PRIVATE_KEY),
        "1",
        behaviour);
  }
}
