package io.ganglion.connector.alpaca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** What Alpaca would refuse, asked beforehand: it has no dry run. */
final class Preflight {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final BigDecimal LEAST_NOTIONAL = BigDecimal.ONE;

  private final Broker broker;

  Preflight(Broker broker) {
    this.broker = broker;
  }

  Preparation check(Session session, Act act) {
    var symbol = Query.encode(act.arguments().path("symbol").asText());
    var account =
        broker.ask(Broker.call(session, "GET", "/v2/account", TIMEOUT), Preflight::account);
    var outcome =
        account instanceof Outcome.Landed
            ? broker.ask(
                Broker.call(session, "GET", "/v2/assets/" + symbol, TIMEOUT),
                answer -> asset(act.arguments(), Answers.json(answer)))
            : account;
    return switch (outcome) {
      case Outcome.Landed l -> new Preparation.Ready(NullNode.getInstance());
      case Outcome.NotLanded n -> new Preparation.Refused(n.status(), n.reason(), n.retryable());
      case Outcome.Unknown u -> new Preparation.Refused(u.status(), u.reason(), true);
    };
  }

  private static Outcome account(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    Answers.text(body, "/status");
    return body.path("trading_blocked").asBoolean(false)
            || body.path("account_blocked").asBoolean(false)
        ? refused("the account may not trade now")
        : ready();
  }

  private static Outcome asset(JsonNode order, JsonNode asset) throws IOException {
    var symbol = Answers.text(asset, "/symbol");
    if (!asset.path("tradable").asBoolean(false)) {
      return refused(symbol + " can't be traded");
    }
    var quantity = amount(order.path("qty"));
    boolean whole = order.has("qty") && quantity.stripTrailingZeros().scale() <= 0;
    if (!whole && !asset.path("fractionable").asBoolean(false)) {
      return refused(symbol + " is traded in whole shares");
    }
    var least = amount(asset.path("min_order_size"));
    if (order.has("qty") && (quantity.signum() == 0 || quantity.compareTo(least) < 0)) {
      return refused("the least order of %s is %s".formatted(symbol, least));
    }
    return order.has("notional") && amount(order.path("notional")).compareTo(LEAST_NOTIONAL) < 0
        ? refused("the least order is of 1 dollar")
        : ready();
  }

  private static BigDecimal amount(JsonNode text) {
    try {
      return new BigDecimal(text.asText("0"));
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  private static Outcome ready() {
    return new Outcome.Landed(Json.object(), "", Optional.empty());
  }

  private static Outcome refused(String reason) {
    return new Outcome.NotLanded(422, "Alpaca: " + reason, Optional.empty(), false);
  }
}
