package io.ganglion.connector.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Query;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** An order as Kraken reports it. */
record Order(
    String id,
    String clientId,
    String pair,
    String side,
    String status,
    String executed,
    String cost) {
  /** Kraken refuses an order that its engine sees later than this. */
  static final Duration DEADLINE = Duration.ofSeconds(30);

  private static final Set<String> OPEN = Set.of("pending", "open");

  /** The client order id of an act: the same for all its attempts. */
  static String clientId(EffectId effect) {
    return effect.uuid().toString();
  }

  /** The parameters of an order to place. */
  static Query parameters(Act act, Instant now) {
    var arguments = act.arguments();
    var query =
        placed(
            arguments.path("pair").asText(),
            arguments.path("side").asText(),
            arguments.path("type").asText(),
            arguments.path("volume").asText());
    if (arguments.has("price")) {
      query = query.and("price", arguments.path("price").asText());
    }
    if (arguments.has("time_in_force")) {
      query = query.and("timeinforce", arguments.path("time_in_force").asText());
    }
    if (arguments.path("post_only").asBoolean(false)) {
      query = query.and("oflags", "post");
    }
    return named(query, act.effect(), now);
  }

  /** The order that trades this one's filled part back. */
  Query opposite(EffectId effect, Instant now) {
    var query = placed(pair, side.equals("buy") ? "sell" : "buy", "market", executed);
    return named(query, effect, now);
  }

  private static Query placed(String pair, String side, String type, String volume) {
    return Query.of("pair", pair).and("type", side).and("ordertype", type).and("volume", volume);
  }

  private static Query named(Query query, EffectId effect, Instant now) {
    return query
        .and("cl_ord_id", clientId(effect))
        .and("deadline", now.plus(DEADLINE).truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /**
   * Reads an order.
   *
   * @throws IOException if a member is missing
   */
  static Order read(String id, JsonNode body) throws IOException {
    return new Order(
        id,
        body.path("cl_ord_id").asText(""),
        body.at("/descr/pair").asText(""),
        body.at("/descr/type").asText(""),
        Answers.text(body, "/status"),
        Answers.text(body, "/vol_exec"),
        body.path("cost").asText("0"));
  }

  boolean open() {
    return OPEN.contains(status);
  }

  boolean filled() {
    try {
      return new BigDecimal(executed).signum() > 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  Outcome.Landed landed() {
    return landed(id, clientId, pair, side, status, executed, cost);
  }

  /** What is known of an order that was just taken. */
  static Outcome.Landed taken(Act act, String id) {
    return landed(
        id,
        clientId(act.effect()),
        act.arguments().path("pair").asText(""),
        act.arguments().path("side").asText(""),
        "pending",
        "0",
        "0");
  }

  private static Outcome.Landed landed(
      String id,
      String clientId,
      String pair,
      String side,
      String status,
      String executed,
      String cost) {
    var output =
        Json.object()
            .put("order_id", id)
            .put("client_order_id", clientId)
            .put("pair", pair)
            .put("side", side)
            .put("status", status)
            .put("executed_volume", executed)
            .put("cost", cost);
    return new Outcome.Landed(output, id, Optional.empty());
  }
}
