package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a list that a platform shows newest first is read without a gap, though it shows some things
 * later than others. Pure.
 *
 * <p>A sweep reads from the top down to the <i>floor</i>, page by page. Things have keys that grow
 * with the time they were made. A platform's search shows a thing at most {@code lag} after it was
 * made, so the floor may rise to the highest key of a sweep once a sweep that began {@code lag}
 * after that one's end is over: whatever lies below was shown to it. Until then things above the
 * floor are read again, and known by their identifiers. So a thing that comes late, out of order or
 * in the same second as another is neither missed nor told twice, and one that is deleted between
 * two pages moves nothing.
 *
 * @param cursor as it is kept: {@code since} (the floor), {@code marks} (the highest keys of sweeps
 *     that are over), {@code sweep} (the one under way)
 * @param lag how late the platform may show a thing
 */
public record Sweep(JsonNode cursor, Duration lag) {
  /** More would say nothing that these don't: each stands for at least an eighth of the lag. */
  private static final int MARKS_A_LAG = 8;

  private static final String SINCE = "since";
  private static final String MARKS = "marks";
  private static final String UNDER_WAY = "sweep";
  private static final String TOKEN = "token";
  private static final String BEGAN = "began";
  private static final String NEWEST = "newest";
  private static final String ROUND = "round";
  private static final String AT = "at";
  private static final String KEY = "key";

  /** Keys are whole numbers in decimal without leading zeros, of any length. */
  public static final Comparator<String> ORDER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  /** Below every key. */
  public static final String BOTTOM = "0";

  /** The cursor of a list whose newest key is that, for what comes from now on. */
  public static ObjectNode from(String newest) {
    return Json.object().put(SINCE, newest);
  }

  /** Whether there is a floor: else the newest key has to be asked for first. */
  public boolean begun() {
    return cursor.has(SINCE);
  }

  /** The floor: things with higher keys are wanted. */
  public String since() {
    return cursor.path(SINCE).asText(BOTTOM);
  }

  /** Where the platform goes on with the sweep under way; empty: at the top. */
  public Optional<String> token() {
    return Optional.ofNullable(cursor.at("/" + UNDER_WAY + "/" + TOKEN).textValue());
  }

  /** The sweep under way is begun again: its place is no more. */
  public ObjectNode again() {
    var other = (ObjectNode) cursor.deepCopy();
    other.remove(UNDER_WAY);
    return other;
  }

  /**
   * Where to go on after a page.
   *
   * @param keys of what it had above the floor
   * @param next the platform's name of the next page; empty: the floor is reached
   * @param now when the page was asked for
   */
  public Next after(List<String> keys, Optional<String> next, long round, Instant now) {
    var under = cursor.path(UNDER_WAY);
    var began = under.has(BEGAN) ? Instant.parse(under.path(BEGAN).asText()) : now;
    var newest = keys.stream().max(ORDER).orElse(BOTTOM);
    newest = higher(newest, under.path(NEWEST).asText(BOTTOM));
    var place = again();
    if (next.isPresent()) {
      place
          .putObject(UNDER_WAY)
          .put(TOKEN, next.get())
          .put(BEGAN, began.toString())
          .put(NEWEST, newest);
      return new Next(place, true, 0);
    }
    return over(place, newest, began, round, now);
  }

  /**
   * @param settled as of {@link Polled.Page}
   */
  public record Next(ObjectNode cursor, boolean more, long settled) {
    public Polled.Page with(List<Polled.Item> items) {
      return new Polled.Page(items, cursor, more, settled);
    }
  }

  private record Mark(String key, long round, Instant at) {}

  private Next over(ObjectNode place, String newest, Instant began, long round, Instant now) {
    var marks = new ArrayList<Mark>();
    for (var one : place.path(MARKS)) {
      marks.add(
          new Mark(
              one.path(KEY).asText(),
              one.path(ROUND).asLong(),
              Instant.parse(one.path(AT).asText())));
    }
    var passed = marks.stream().filter(mark -> !mark.at().isAfter(began.minus(lag))).toList();
    var floor = passed.isEmpty() ? since() : higher(since(), passed.getLast().key());
    long settled = passed.isEmpty() ? 0 : passed.getLast().round();
    marks.removeAll(passed);
    var highest = marks.isEmpty() ? floor : marks.getLast().key();
    boolean room =
        marks.isEmpty() || !now.isBefore(marks.getLast().at().plus(lag.dividedBy(MARKS_A_LAG)));
    if (ORDER.compare(newest, highest) > 0 && room) {
      marks.add(new Mark(newest, round, now));
    }
    place.put(SINCE, floor);
    place.remove(MARKS);
    if (!marks.isEmpty()) {
      var kept = place.putArray(MARKS);
      marks.forEach(
          mark ->
              kept.addObject()
                  .put(KEY, mark.key())
                  .put(ROUND, mark.round())
                  .put(AT, mark.at().toString()));
    }
    return new Next(place, false, settled);
  }

  private static String higher(String one, String other) {
    return ORDER.compare(one, other) > 0 ? one : other;
  }
}
