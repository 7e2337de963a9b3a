package io.ganglion.connector.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Behaviour;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Session;
import io.ganglion.connector.Subject;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("connectors")
class AlpacaConnectorTest {
  private static final JsonNode ORDER =
      Json.object()
          .put("symbol", "AAPL")
          .put("side", "buy")
          .put("type", "market")
          .put("time_in_force", "day")
          .put("qty", "1.5");
  private static final String ACTIVE =
      "{\"id\":\"1\",\"account_number\":\"PA1\",\"status\":\"ACTIVE\",\"buying_power\":\"9\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"trading_blocked\":true,\"status\":\"ACTIVE\"} | {} | the account may not trade now",
        "{\"status\":\"ACTIVE\"} | {\"symbol\":\"AAPL\",\"tradable\":false} | AAPL can't be traded",
        "{\"status\":\"ACTIVE\"} | {\"symbol\":\"AAPL\",\"tradable\":true} | AAPL is traded in whole shares",
        "{\"status\":\"ACTIVE\"} | {\"symbol\":\"AAPL\",\"tradable\":true,\"fractionable\":true,\"min_order_size\":\"2\"} | the least order of AAPL is 2"
      })
  void what_alpaca_would_refuse_is_refused_before_it_is_sent(
      String account, String asset, String reason) {
    try (var alpaca =
        with(request -> Reply.json(200, request.path().endsWith("/account") ? account : asset))) {
      assertThat(alpaca.prepare("createOrder", ORDER))
          .isEqualTo(new Preparation.Refused(422, "Alpaca: " + reason, false));
    }
  }

  @Test
  void a_limit_tells_its_end_by_the_platforms_clock() {
    try (var alpaca =
        with(
            request ->
                new Reply(
                    429,
                    Map.of(
                        "X-RateLimit-Reset",
                        Long.toString(Subject.NOW.plusSeconds(42).getEpochSecond())),
                    "{\"code\":42910000,\"message\":\"rate limit exceeded\"}"))) {
      assertThat(((Outcome.NotLanded) alpaca.send("createOrder", ORDER)).notBefore())
          .contains(Subject.NOW.plusSeconds(42));
    }
  }

  @Test
  void only_404_proves_an_orders_absence() {
    try (var alpaca = with(request -> Reply.json(404, "{\"code\":40410000}"))) {
      assertThat(alpaca.lookUp("createOrder", ORDER, NullNode.getInstance()))
          .isInstanceOf(Finding.Absent.class);
    }
    try (var alpaca = with(request -> Reply.json(403, "{\"code\":40310000}"))) {
      assertThat(alpaca.lookUp("createOrder", ORDER, NullNode.getInstance()))
          .isInstanceOf(Finding.Inconclusive.class);
    }
  }

  @Test
  void a_filled_order_can_t_be_cancelled_and_says_so() {
    var filled =
        Json.object()
            .put("id", "1")
            .put("client_order_id", "a")
            .put("symbol", "AAPL")
            .put("side", "buy")
            .put("status", "filled");
    try (var alpaca = with(request -> Reply.json(200, filled))) {
      assertThat(alpaca.send("cancelOrder", Json.object().put("client_order_id", "a")))
          .isEqualTo(
              new Outcome.NotLanded(
                  409, "the order can't be cancelled: it is filled", Optional.empty(), false));
    }
  }

  @Test
  void account_positions_quotes_and_clock_are_read() {
    var answers =
        Map.of(
            "/v2/account", ACTIVE,
            "/v2/positions", "[{\"symbol\":\"AAPL\",\"qty\":\"2\"}]",
            "/v2/positions/BTCUSD", "{\"symbol\":\"BTCUSD\",\"qty\":\"0.1\"}",
            "/v2/stocks/AAPL/quotes/latest",
                "{\"symbol\":\"AAPL\",\"quote\":{\"ap\":2.5,\"bp\":2.4,\"t\":\"2026-11-22T12:00:00Z\"}}",
            "/v1beta3/crypto/us/latest/quotes",
                "{\"quotes\":{\"BTC/USD\":{\"ap\":3,\"bp\":2,\"t\":\"2026-11-22T12:00:00Z\"}}}",
            "/v2/clock", "{\"is_open\":true,\"next_open\":\"a\",\"next_close\":\"b\"}");
    try (var alpaca =
        with(request -> Reply.json(200, answers.getOrDefault(request.path(), "{}")))) {
      assertThat(output(alpaca.send("account", Json.object())).path("id").asText()).isEqualTo("1");
      assertThat(output(alpaca.send("positions", Json.object())).at("/positions/0/qty").asText())
          .isEqualTo("2");
      var coin = Json.object().put("symbol", "BTC/USD");
      assertThat(output(alpaca.send("position", coin)).path("qty").asText()).isEqualTo("0.1");
      assertThat(output(alpaca.send("quote", coin)).path("ask").asInt()).isEqualTo(3);
      assertThat(output(alpaca.send("quote", ORDER)).path("bid").asDouble()).isEqualTo(2.4);
      assertThat(output(alpaca.send("clock", Json.object())).path("open").asBoolean()).isTrue();
    }
  }

  @Test
  void market_data_of_alpaca_itself_comes_from_its_own_host() {
    var paper = session("https://paper-api.alpaca.markets");
    assertThat(Broker.data(paper, "/v2/clock", Duration.ofSeconds(1)).http().uri().getHost())
        .isEqualTo("data.alpaca.markets");
    var own = session("http://alpaca.markets.example");
    assertThat(Broker.data(own, "/v2/clock", Duration.ofSeconds(1)).http().uri().getHost())
        .isEqualTo("alpaca.markets.example");
  }

  private static Session session(String url) {
    return new Session(URI.create(url), "1", new Credentials(credentials()), Origin.TENANT);
  }

  private static JsonNode output(Outcome outcome) {
    return ((Outcome.Landed) outcome).output();
  }

  private static ObjectNode credentials() {
    return Json.object().put("key_id", "PK-alpaca").put("secret_key", "alpaca-secret");
  }

  private static Rehearsal with(Behaviour behaviour) {
    return new Rehearsal(AlpacaConnector::new, credentials(), "1", behaviour);
  }
}
