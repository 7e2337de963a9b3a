package io.ganglion.api.usage;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.meter.Usages;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What sums are asked for by.
 *
 * @param step a day where none is named
 */
record UsageBy(Usages.Step step, Set<Usages.Group> groups) {
  /**
   * Reads names separated by commas.
   *
   * @throws InvalidRequest if one is unknown or there twice, or if there are two steps
   */
  static UsageBy read(@Nullable String text) {
    Usages.Step step = null;
    var groups = EnumSet.noneOf(Usages.Group.class);
    for (var name : text == null ? new String[0] : text.split(",", -1)) {
      var named = find(Usages.Step.values(), name);
      if (named.isPresent()) {
        if (step != null) {
          throw refused();
        }
        step = named.get();
      } else if (!groups.add(find(Usages.Group.values(), name).orElseThrow(UsageBy::refused))) {
        throw refused();
      }
    }
    return new UsageBy(step == null ? Usages.Step.DAY : step, groups);
  }

  private static <E extends Enum<E>> Optional<E> find(E[] all, String name) {
    return Stream.of(all).filter(one -> text(one).equals(name)).findFirst();
  }

  private static String text(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  private static InvalidRequest refused() {
    return new InvalidRequest(
        "/by",
        "send at most one of %s, and any of %s, separated by commas"
            .formatted(texts(Usages.Step.values()), texts(Usages.Group.values())));
  }

  private static String texts(Enum<?>[] all) {
    return Stream.of(all).map(UsageBy::text).collect(Collectors.joining(", "));
  }
}
