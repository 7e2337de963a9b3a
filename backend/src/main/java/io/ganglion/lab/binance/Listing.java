package io.ganglion.lab.binance;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Range;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;

/**
 * A symbol's things of one kind that have numbers: the newest, or those from a number on; oldest
 * first.
 */
final class Listing {
  private static final int MOST = 1_000;

  /** So many of an account are looked through. */
  private static final int LOOKED = 10_000;

  private Listing() {}

  static Reply of(
      Scene scene, Request request, String kind, String number, String parameter, int usual)
      throws SQLException {
    var parameters = request.call().parameters();
    var market = Market.of(parameters.getOrDefault("symbol", ""));
    if (market.isEmpty()) {
      return BinanceErrors.badSymbol();
    }
    int limit;
    long from;
    try {
      limit = Integer.parseInt(parameters.getOrDefault("limit", Integer.toString(usual)));
      from = Long.parseLong(parameters.getOrDefault(parameter, "-1"));
    } catch (NumberFormatException e) {
      return BinanceErrors.illegal("limit or " + parameter);
    }
    var found = new ArrayList<Thing>();
    for (var thing : scene.objects().list(kind, Range.newest(LOOKED))) {
      if (thing.visible()
          && thing.body().path("symbol").asText().equals(market.get().name())
          && thing.body().path(number).asLong() >= from) {
        found.add(thing);
      }
    }
    Collections.reverse(found);
    int most = Math.min(Math.clamp(limit, 1, MOST), found.size());
    var part =
        from >= 0 ? found.subList(0, most) : found.subList(found.size() - most, found.size());
    var list = Json.mapper().createArrayNode();
    part.forEach(thing -> list.add(thing.body()));
    return Reply.ok(list);
  }
}
