package io.ganglion.connector.alpaca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What Alpaca tells of the account and the market, in our words. */
final class Readings {
  private static final List<String> POSITION =
      List.of("side", "avg_entry_price", "market_value", "unrealized_pl");
  private static final List<String> ACCOUNT =
      List.of("account_number", "currency", "cash", "equity");

  private Readings() {}

  static Outcome account(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    var output =
        Json.object()
            .put("id", Answers.text(body, "/id"))
            .put("status", Answers.text(body, "/status"))
            .put("buying_power", Answers.text(body, "/buying_power"))
            .put("trading_blocked", body.path("trading_blocked").asBoolean(false));
    ACCOUNT.forEach(member -> output.put(member, body.path(member).asText("")));
    return new Outcome.Landed(output, output.path("id").asText(), Optional.empty());
  }

  static Outcome positions(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    if (!body.isArray()) {
      throw new IOException("no list");
    }
    var output = Json.object();
    var list = output.putArray("positions");
    for (var position : body) {
      list.add(position(position));
    }
    return landed(output);
  }

  static Outcome position(HttpResult.Answered answer) throws IOException {
    return landed(position(Answers.json(answer)));
  }

  static Outcome clock(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    if (!body.path("is_open").isBoolean()) {
      throw new IOException("no clock");
    }
    return landed(
        Json.object()
            .put("open", body.path("is_open").booleanValue())
            .put("at", body.path("timestamp").asText(""))
            .put("next_open", Answers.text(body, "/next_open"))
            .put("next_close", Answers.text(body, "/next_close")));
  }

  /** Stocks have one quote an answer, crypto one a symbol. */
  static Outcome quote(String symbol, HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    var quote = body.has("quote") ? body.path("quote") : body.path("quotes").path(symbol);
    if (!quote.path("ap").isNumber() || !quote.path("bp").isNumber()) {
      throw new IOException("no quote");
    }
    var output = Json.object().put("symbol", symbol).put("at", Answers.text(quote, "/t"));
    output.set("ask", quote.path("ap"));
    output.set("bid", quote.path("bp"));
    return landed(output);
  }

  private static ObjectNode position(JsonNode body) throws IOException {
    var position =
        Json.object()
            .put("symbol", Answers.text(body, "/symbol"))
            .put("qty", Answers.text(body, "/qty"));
    POSITION.forEach(member -> position.put(member, body.path(member).asText("")));
    return position;
  }

  private static Outcome landed(JsonNode output) {
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
