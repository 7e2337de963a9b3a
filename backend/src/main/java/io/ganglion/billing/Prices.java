package io.ganglion.billing;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All price lists, old ones too: {@code prices.json}, or the operator's own file. */
@ApplicationScoped
public class Prices {
  private static final String OURS = "/prices.json";

  private final List<PriceList> lists;

  @Inject
  Prices(BillingConfig config) {
    this(read(config.prices().map(Path::of)));
  }

  /**
   * @param lists in any order
   */
  Prices(List<PriceList> lists) {
    this.lists = lists.stream().sorted(Comparator.comparing(PriceList::from)).toList();
    this.lists.forEach(PriceList::free);
  }

  /** What holds for who agrees now. */
  public PriceList at(Instant now) {
    return lists.reversed().stream()
        .filter(list -> !list.from().isAfter(now))
        .findFirst()
        .orElse(lists.getFirst());
  }

  /**
   * How long the runs that ended are kept of who agreed to a plan.
   *
   * @param plan null as the list is: of a tenant that never chose
   * @param list the version of the price list that was agreed to
   * @return empty: as long as the tenant, and so where the operator took the list or the plan away
   */
  public Optional<Duration> history(@Nullable String plan, @Nullable String list, Instant now) {
    var agreed =
        plan == null
            ? Optional.of(at(now).free())
            : lists.stream()
                .filter(one -> one.version().equals(list))
                .findFirst()
                .flatMap(one -> one.plan(plan));
    return agreed.map(Plan::historyDays).map(Duration::ofDays);
  }

  private static List<PriceList> read(Optional<Path> file) {
    try {
      if (file.isPresent()) {
        return parse(Files.readAllBytes(file.get()));
      }
      try (var in = Objects.requireNonNull(Prices.class.getResourceAsStream(OURS), OURS)) {
        return parse(in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the price list can't be read", e);
    }
  }

  static List<PriceList> parse(byte[] text) throws IOException {
    var lists = new ArrayList<PriceList>();
    for (var version : Json.parse(text).path("versions")) {
      var plans = new ArrayList<Plan>();
      version.path("plans").forEach(plan -> plans.add(plan(plan)));
      lists.add(
          new PriceList(
              text(version, "version"),
              Instant.parse(text(version, "from")),
              text(version, "currency"),
              plans));
    }
    return lists;
  }

  private static Plan plan(JsonNode json) {
    return new Plan(
        text(json, "name"),
        text(json, "title"),
        whole(json, "k"),
        amount(json, "month_minor"),
        amount(json, "year_minor"),
        amount(json, "burst_minor"),
        json.path("trial_days").asInt(),
        whole(json, "history_days"));
  }

  private static @Nullable Integer whole(JsonNode json, String name) {
    var value = amount(json, name);
    return value == null ? null : Math.toIntExact(value);
  }

  private static String text(JsonNode json, String name) {
    return Objects.requireNonNull(json.path(name).textValue(), name);
  }

  private static @Nullable Long amount(JsonNode json, String name) {
    var value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.canConvertToLong() || value.longValue() < 0) {
      throw new IllegalArgumentException("'%s' is no amount".formatted(name));
    }
    return value.longValue();
  }
}
