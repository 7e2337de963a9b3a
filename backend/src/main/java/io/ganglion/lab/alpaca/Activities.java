package io.ganglion.lab.alpaca;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Range;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;

/** What happened on the account, by identifiers that begin with the time. */
final class Activities {
  private static final String FILL = "fill";
  private static final int MOST = 1_000;
  private static final int MAX_PAGE = 100;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

  private Activities() {}

  static void filled(Scene scene, Order order) throws SQLException {
    var id = TIME.format(scene.now()) + "::" + order.id();
    var fill =
        Json.object()
            .put("activity_type", "FILL")
            .put("id", id)
            .put("transaction_time", scene.now().toString())
            .put("type", "fill")
            .put("price", order.filledPrice().toPlainString())
            .put("qty", order.filled().toPlainString())
            .put("cum_qty", order.filled().toPlainString())
            .put("leaves_qty", "0")
            .put("side", order.buys() ? "buy" : "sell")
            .put("symbol", order.asset().symbol())
            .put("order_id", order.id())
            .put("order_status", "filled");
    scene.objects().add(FILL, id, fill);
  }

  static Reply fills(Scene scene, Request request) throws SQLException {
    var parameters = request.call().parameters();
    var token = parameters.getOrDefault("page_token", "");
    boolean newest = !parameters.getOrDefault("direction", "desc").equals("asc");
    int size;
    Instant after;
    try {
      size = Integer.parseInt(parameters.getOrDefault("page_size", "100"));
      after =
          OffsetDateTime.parse(parameters.getOrDefault("after", "1970-01-01T00:00:00Z"))
              .toInstant();
    } catch (NumberFormatException | DateTimeException e) {
      return AlpacaErrors.invalid("invalid page_size or after");
    }
    if (size < 1 || size > MAX_PAGE) {
      return AlpacaErrors.invalid("page_size must be between 1 and 100");
    }
    var order = Comparator.comparing(Thing::id);
    var list = Json.mapper().createArrayNode();
    scene.objects().list(FILL, Range.newest(MOST)).stream()
        .filter(fill -> fill.visible() && fill.created().isAfter(after))
        .filter(fill -> token.isEmpty() || (fill.id().compareTo(token) < 0) == newest)
        .filter(fill -> !fill.id().equals(token))
        .sorted(newest ? order.reversed() : order)
        .limit(size)
        .forEach(fill -> list.add(fill.body()));
    return Reply.ok(list);
  }
}
