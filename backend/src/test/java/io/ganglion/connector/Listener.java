package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a poll as triggers do: keeps its cursor, and which things it knows of which round. */
public final class Listener {
  private static final int MOST_PAGES = 1_000;

  private final Rehearsal platform;
  private final String poll;
  private final JsonNode arguments;
  private final Map<String, Long> known = new HashMap<>();
  private final List<Polled.Item> told = new ArrayList<>();
  private JsonNode cursor;
  private long round;

  /**
   * @param cursor empty to listen from now on
   */
  public Listener(Rehearsal platform, String poll, JsonNode arguments, JsonNode cursor) {
    this.platform = platform;
    this.poll = poll;
    this.arguments = arguments;
    this.cursor = cursor;
  }

  /** All pages of one poll. Each cursor has to survive being written down. */
  public Listener reads() {
    round++;
    boolean more = true;
    for (int page = 0; more; page++) {
      assertThat(page).as("pages of one poll").isLessThan(MOST_PAGES);
      var polled = platform.poll(poll, arguments, cursor, round);
      assertThat(polled).isInstanceOf(Polled.Page.class);
      more = takes((Polled.Page) polled);
    }
    return this;
  }

  private boolean takes(Polled.Page page) {
    for (var item : page.items()) {
      if (known.putIfAbsent(item.id(), round) == null) {
        told.add(item);
      }
    }
    if (page.settled() > 0) {
      known.values().removeIf(seen -> seen <= page.settled());
    }
    cursor = Json.read(Json.write(page.cursor()));
    return page.more();
  }

  /** One page that is no page. */
  public Polled fails() {
    return platform.poll(poll, arguments, cursor, round + 1);
  }

  /** Things in the order in which they were told. */
  public List<Polled.Item> told() {
    return List.copyOf(told);
  }

  public List<String> ids() {
    return told.stream().map(Polled.Item::id).toList();
  }

  public JsonNode cursor() {
    return cursor;
  }
}
