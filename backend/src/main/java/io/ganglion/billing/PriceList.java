package io.ganglion.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What plans cost who agrees to them from some day on.
 *
 * @param version its name, which terms keep
 * @param currency ISO 4217
 * @param plans from the smallest on
 */
public record PriceList(String version, Instant from, String currency, List<Plan> plans) {
  public PriceList {
    plans = List.copyOf(plans);
  }

  Optional<Plan> plan(String name) {
    return plans.stream().filter(plan -> plan.name().equals(name)).findFirst();
  }

  Plan free() {
    return plan(Plan.FREE).orElseThrow(() -> new IllegalStateException("no plan is free"));
  }
}
