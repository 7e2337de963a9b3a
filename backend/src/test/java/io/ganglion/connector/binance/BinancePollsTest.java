package io.ganglion.connector.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Listener;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Rehearsal;
import io.ganglion.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fills and what becomes of orders: nothing twice, nothing missed. */
@Tag("connectors")
class BinancePollsTest {
  private static final ObjectNode SYMBOL = Json.object().put("symbol", "BTCUSDT");

  private final TreeMap<Long, ObjectNode> orders = new TreeMap<>();
  private final TreeMap<Long, ObjectNode> trades = new TreeMap<>();
  private final List<String> happened = new ArrayList<>();
  private boolean limited;
  private final Rehearsal binance =
      new Rehearsal(
          BinanceConnector::new,
          Json.object().put("api_key", "binance-api-key").put("secret_key", "binance-secret-key"),
          "42",
          this::answer);

  @AfterEach
  void close() {
    binance.close();
  }

  private Reply answer(Request request) {
    if (limited) {
      return Reply.json(429, Json.object().put("code", -1003).put("msg", "Too many requests."));
    }
    return switch (request.path()) {
      case "/api/v3/allOrders" -> page(orders, request, "orderId");
      case "/api/v3/myTrades" -> page(trades, request, "fromId");
      case "/api/v3/openOrders" -> {
        var open = Json.mapper().createArrayNode();
        orders.values().stream().filter(BinancePollsTest::open).forEach(open::add);
        yield Reply.json(200, open);
      }
      default -> Reply.json(404, Json.object().put("code", -1).put("msg", "no such path"));
    };
  }

  private static boolean open(ObjectNode order) {
    return List.of("NEW", "PARTIALLY_FILLED").contains(order.path("status").asText());
  }

  /** As the real one: the newest without a number, else from it on; oldest first. */
  private static Reply page(TreeMap<Long, ObjectNode> all, Request request, String parameter) {
    int limit = Integer.parseInt(request.parameter("limit"));
    var from = request.parameter(parameter);
    var list = Json.mapper().createArrayNode();
    var wanted = from.isEmpty() ? all : all.tailMap(Long.parseLong(from), true);
    wanted.values().stream()
        .skip(from.isEmpty() ? Math.max(0, all.size() - limit) : 0)
        .limit(limit)
        .forEach(list::add);
    return Reply.json(200, list);
  }

  private void put(long number, String status, String executed) {
    orders.put(
        number,
        Json.object()
            .put("symbol", "BTCUSDT")
            .put("orderId", number)
            .put("status", status)
            .put("executedQty", executed)
            .put("updateTime", 1_700_000_000_000L + number));
    happened.add("%d:%s:%s".formatted(number, status, executed));
  }

  private void trade(long number) {
    trades.put(
        number,
        Json.object().put("symbol", "BTCUSDT").put("id", number).put("time", 1_700_000_000_000L));
  }

  private Listener listens(String poll) {
    return new Listener(binance, poll, SYMBOL, Json.object());
  }

  @Test
  void fills_from_now_on_are_told_once_each_and_in_order() {
    trade(7);
    var fills = listens("fills").reads();
    assertThat(fills.told()).isEmpty();
    trade(9);
    trade(12);
    fills.reads().reads();
    assertThat(fills.ids()).containsExactly("9", "12");
    trade(11); // shown late
    assertThat(fills.reads().ids()).containsExactly("9", "12", "11");
  }

  @Test
  void a_backlog_of_fills_is_read_page_by_page_from_the_number_that_was_given() {
    for (long number = 1; number <= 2_500; number++) {
      trade(number * 3);
    }
    var fills = new Listener(binance, "fills", SYMBOL, Json.object().put("from", "30")).reads();
    assertThat(fills.told()).hasSize(2_490);
    assertThat(fills.ids().getFirst()).isEqualTo("33");
    assertThat(fills.ids()).doesNotHaveDuplicates();
    assertThat(fills.reads().told()).hasSize(2_490);
  }

  @Test
  void what_becomes_of_orders_is_told_those_that_were_open_before_included() {
    put(5, "FILLED", "1");
    put(6, "NEW", "0");
    var changes = listens("orders").reads();
    assertThat(changes.told()).isEmpty();
    put(6, "PARTIALLY_FILLED", "0.5");
    put(8, "NEW", "0");
    assertThat(changes.reads().ids()).containsExactly("6:PARTIALLY_FILLED:0.5", "8:NEW:0");
    assertThat(changes.told().getFirst().what()).isEqualTo("partially_filled");
    put(6, "FILLED", "1");
    put(8, "CANCELED", "0");
    assertThat(changes.reads().reads().ids().subList(2, 4))
        .containsExactly("6:FILLED:1", "8:CANCELED:0");
    assertThat(changes.cursor().path("open")).isEmpty();
  }

  @Test
  void an_order_that_is_gone_from_the_list_is_not_looked_for_any_more() {
    put(6, "NEW", "0");
    var changes = listens("orders").reads();
    assertThat(changes.cursor().path("open")).hasSize(1);
    orders.remove(6L);
    put(9, "NEW", "0");
    assertThat(changes.reads().ids()).containsExactly("9:NEW:0");
    assertThat(changes.cursor().path("open")).hasSize(1);
  }

  @Test
  void a_429_says_until_when_and_moves_nothing() {
    var changes = listens("orders").reads();
    var before = changes.cursor();
    limited = true;
    assertThat(changes.fails())
        .isInstanceOfSatisfying(
            Polled.Failed.class, failed -> assertThat(failed.status()).isEqualTo(429));
    assertThat(changes.cursor()).isEqualTo(before);
  }

  @Test
  void whatever_orders_go_through_each_state_that_was_shown_is_told_once() {
    long seed = Long.getLong("ganglion.seed", System.nanoTime());
    System.out.printf("orders, seed %d%n", seed);
    var random = new SplittableRandom(seed);
    for (int world = 0; world < 30; world++) {
      orders.clear();
      happened.clear();
      var changes = listens("orders").reads();
      long number = random.nextInt(1, 1_000);
      int burst = world == 0 ? 1_300 : 20; // more than two pages of them
      for (int round = 0; round < 12; round++) {
        for (int i = random.nextInt(burst); i > 0; i--) {
          number += random.nextInt(1, 5);
          put(number, random.nextInt(3) == 0 ? "NEW" : "FILLED", "0");
        }
        for (var order : orders.values().stream().filter(BinancePollsTest::open).toList()) {
          if (random.nextInt(3) == 0) {
            var executed = "0." + round;
            var end = random.nextBoolean() ? "FILLED" : "PARTIALLY_FILLED";
            put(order.path("orderId").asLong(), end, executed);
          }
        }
        changes.reads();
      }
      assertThat(changes.ids()).doesNotHaveDuplicates();
      assertThat(changes.ids()).containsAll(last());
    }
  }

  /** The state of each order as it is now: shown to the last reading for certain. */
  private List<String> last() {
    return orders.values().stream()
        .map(
            order ->
                "%d:%s:%s"
                    .formatted(
                        order.path("orderId").asLong(),
                        order.path("status").asText(),
                        order.path("executedQty").asText()))
        .toList();
  }
}
