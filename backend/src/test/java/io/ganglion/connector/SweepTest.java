package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A platform by chance, whose search is late, and a reader that dies wherever it likes. */
@Tag("unit")
class SweepTest {
  private static final Duration LAG = Duration.ofSeconds(60);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int PAGE = 5;

  private record Thing(long key, Instant shown) {}

  /** What is durable of the reader: its cursor, the keys it remembers and by which round. */
  private static final class Reader {
    private JsonNode cursor = Sweep.from("1000");
    private long round;
    private final Map<Long, Long> seen = new HashMap<>();
    private final List<Long> told = new ArrayList<>();
    private int most;
  }

  @Test
  void nothing_is_missed_and_nothing_told_twice() {
    for (long seed = 1; seed <= 50; seed++) {
      var random = new SplittableRandom(seed);
      var platform = new ArrayList<Thing>();
      var gone = new HashSet<Long>();
      var reader = new Reader();
      var now = START;
      long next = 1001;
      var must = new HashSet<Long>();
      for (int step = 0; step < 400; step++) {
        now = now.plusMillis(random.nextLong(20_000));
        for (int made = random.nextInt(4); made > 0; made--) {
          boolean late = random.nextInt(4) == 0;
          var shown = late ? now.plusMillis(random.nextLong(LAG.toMillis())) : now;
          platform.add(new Thing(next, shown));
          must.add(next++);
        }
        if (!platform.isEmpty() && random.nextInt(20) == 0) { // deleted, perhaps between two pages
          var victim = platform.remove(random.nextInt(platform.size())).key();
          gone.add(victim);
        }
        read(reader, platform, random, now);
      }
      now = now.plus(LAG);
      for (int rest = 0; rest < 400; rest++) { // the backlog, without anybody dying
        page(reader, platform, now, true, rest % 50 == 0);
      }
      must.removeAll(gone);
      assertThat(reader.told).as("seed %d", seed).doesNotHaveDuplicates();
      assertThat(Set.copyOf(reader.told)).as("seed %d", seed).containsAll(must);
      assertThat(reader.most).as("things remembered").isLessThan(200);
      assertThat(Json.write(reader.cursor).length()).as("cursor").isLessThan(2_000);
    }
  }

  /** One poll: some pages, and now and then what was read is lost with its reader. */
  private static void read(
      Reader reader, List<Thing> platform, SplittableRandom random, Instant now) {
    reader.round++;
    boolean more = true;
    for (int page = 0; more && page < 6; page++) {
      more = page(reader, platform, now, random.nextInt(10) > 0, false);
    }
  }

  private static boolean page(
      Reader reader, List<Thing> platform, Instant now, boolean lives, boolean another) {
    if (another) {
      reader.round++;
    }
    var sweep = new Sweep(reader.cursor, LAG);
    long below = sweep.token().map(Long::parseLong).orElse(Long.MAX_VALUE);
    long since = Long.parseLong(sweep.since());
    var wanted =
        platform.stream()
            .filter(it -> !it.shown().isAfter(now) && it.key() > since && it.key() < below)
            .sorted(Comparator.comparingLong(Thing::key).reversed())
            .toList();
    var page = wanted.subList(0, Math.min(PAGE, wanted.size()));
    Optional<String> next =
        wanted.size() > PAGE ? Optional.of(Long.toString(page.getLast().key())) : Optional.empty();
    var after =
        sweep.after(
            page.stream().map(it -> Long.toString(it.key())).toList(), next, reader.round, now);
    if (!lives) {
      return false; // kill -9 before the commit
    }
    for (var thing : page) {
      if (reader.seen.putIfAbsent(thing.key(), reader.round) == null) {
        reader.told.add(thing.key());
      }
    }
    reader.most = Math.max(reader.most, reader.seen.size());
    reader.seen.values().removeIf(round -> round <= after.settled());
    reader.cursor = Json.read(Json.write(after.cursor()));
    return after.more();
  }

  @Test
  void the_floor_waits_until_a_later_sweep_has_seen_what_is_late() {
    var first = new Sweep(Sweep.from("10"), LAG).after(List.of("20"), Optional.empty(), 1, START);
    assertThat(new Sweep(first.cursor(), LAG).since()).isEqualTo("10");
    var soon =
        new Sweep(first.cursor(), LAG)
            .after(List.of("20", "15"), Optional.empty(), 2, START.plusSeconds(59));
    assertThat(new Sweep(soon.cursor(), LAG).since()).isEqualTo("10");
    assertThat(soon.settled()).isZero();
    var later =
        new Sweep(soon.cursor(), LAG)
            .after(List.of("20", "15"), Optional.empty(), 3, START.plusSeconds(60));
    assertThat(new Sweep(later.cursor(), LAG).since()).isEqualTo("20");
    assertThat(later.settled()).isEqualTo(1);
  }
}
