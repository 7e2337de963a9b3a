package io.ganglion.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code schedule}. */
record ScheduleReader(ConsumptionReader consumptions) {
  /** Shorter intervals and delays are refused. */
  static final Duration SHORTEST = Duration.ofSeconds(1);

  private static final List<String> KINDS = List.of("every", "cron", "after", "on");

  /** One for each of its properties. */
  List<Schedule> read(Part document) {
    var part = document.get("schedule").flatMap(s -> s.object("'schedule'"));
    return part.map(this::schedules).orElseGet(List::of);
  }

  private List<Schedule> schedules(Part part) {
    part.only(Set.copyOf(KINDS));
    var kinds = KINDS.stream().filter(part::has).toList();
    if (kinds.isEmpty()) {
      part.wrong("'schedule' has one or more of " + Closest.listed(KINDS));
    }
    return kinds.stream().flatMap(kind -> schedule(part, kind).stream()).toList();
  }

  private Optional<Schedule> schedule(Part part, String kind) {
    var value = part.get(kind).orElse(part);
    return switch (kind) {
      case "every" -> interval(value, Schedule.Every::new);
      case "after" -> interval(value, Schedule.After::new);
      case "cron" -> value.text("'cron'").flatMap(text -> cron(value, text));
      default -> consumptions.read(value, "'on'", true).map(Schedule.On::new);
    };
  }

  private static Optional<Schedule> interval(Part part, Function<Duration, Schedule> schedule) {
    var length = TimeReader.constant(part);
    if (length.isPresent() && length.get().compareTo(SHORTEST) < 0) {
      part.wrong("a schedule's distance is at least PT1S");
      return Optional.empty();
    }
    return length.map(schedule);
  }

  private static Optional<Schedule> cron(Part part, String text) {
    try {
      var times = CronTimes.parse(text);
      if (times.after(Instant.EPOCH).isEmpty()) {
        part.wrong("'%s' never comes".formatted(text));
      }
      return Optional.of(new Schedule.Cron(times));
    } catch (IllegalArgumentException e) {
      part.wrong(
          "'cron' has five fields: minute, hour, day of the month, month, day of the week, e.g. '0 6 * * MON'; "
              + e.getMessage());
      return Optional.empty();
    }
  }
}
