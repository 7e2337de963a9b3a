package io.ganglion.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;

/** Against a database in the small: transactions that begin, take numbers, commit or roll back. */
@Tag("unit")
class FeedPlaceTest {
  private static final int STEPS = 400;
  private static final int PAGE = 7;

  private final Map<Long, List<Long>> open = new LinkedHashMap<>();
  private final TreeSet<Long> committed = new TreeSet<>();
  private long transactions;
  private long numbers;

  @Property(tries = 300)
  void every_event_is_told_once_and_in_order_whenever_it_is_committed(@ForAll long seed) {
    open.clear();
    committed.clear();
    transactions = 0;
    numbers = 0;
    var random = new SplittableRandom(seed);
    var place = new FeedPlace(0);
    var told = new ArrayList<Long>();
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(6)) {
        case 0 -> open.put(transactions++, new ArrayList<>());
        case 1, 2 -> one(random).map(open::get).ifPresent(taken -> taken.add(++numbers));
        case 3 -> one(random).ifPresent(id -> committed.addAll(open.remove(id)));
        case 4 -> one(random).filter(id -> random.nextInt(4) == 0).ifPresent(open::remove);
        default -> told.addAll(look(place));
      }
    }
    open.values().forEach(committed::addAll);
    open.clear();
    for (int more = 0; more < STEPS; more++) {
      told.addAll(look(place));
    }
    assertThat(told).containsExactlyElementsOf(committed);
  }

  private List<Long> look(FeedPlace place) {
    long oldest = open.keySet().stream().mapToLong(id -> id).min().orElse(transactions);
    var rows = committed.tailSet(place.told(), false).stream().limit(PAGE).toList();
    return place.take(new FeedPlace.Snapshot(oldest, transactions), rows, row -> row);
  }

  /** A transaction that is open, if any is. */
  private Optional<Long> one(SplittableRandom random) {
    var ids = List.copyOf(open.keySet());
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
  }
}
