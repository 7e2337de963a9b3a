package io.ganglion.coordination;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Environments;
import io.ganglion.connector.Manifest;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which windows a dispatch takes of. The laboratory's platforms refuse by themselves what is too
 * much; nothing is counted for them.
 */
public final class UpstreamBudgets {
  private UpstreamBudgets() {}

  /**
   * What one dispatch takes.
   *
   * @param address of the platform: at a server of its own a tenant can't use up what others have
   * @param arguments of the act; a budget that one of them tells apart is left out without it
   */
  public static List<BudgetUse> of(
      Manifest manifest,
      Manifest.Action action,
      SystemRef system,
      URI address,
      JsonNode arguments) {
    return of(manifest, action.takes(), system, address, arguments);
  }

  /** What one page of a poll takes. */
  public static List<BudgetUse> of(
      Manifest manifest, Manifest.Poll poll, SystemRef system, URI address, JsonNode arguments) {
    return of(manifest, poll.takes(), system, address, arguments);
  }

  private static List<BudgetUse> of(
      Manifest manifest,
      Map<String, Integer> takes,
      SystemRef system,
      URI address,
      JsonNode arguments) {
    if (system.environment().equals(Environments.LAB)) {
      return List.of();
    }
    var uses = new ArrayList<BudgetUse>();
    takes.forEach(
        (name, units) -> {
          var budget = Objects.requireNonNull(manifest.budgets().get(name));
          var told = budget.by().map(arguments::path);
          if (told.isPresent() && !told.get().isValueNode()) {
            return; // the argument that tells it isn't given
          }
          var part = told.map(JsonNode::asText).orElse("");
          uses.addAll(of(budget, units, part, system, address));
        });
    return List.copyOf(uses);
  }

  /** All that the platform declares of one account, but for those told apart by an argument. */
  public static List<BudgetUse> all(Manifest manifest, SystemRef system, URI address) {
    var uses = new ArrayList<BudgetUse>();
    if (!system.environment().equals(Environments.LAB)) {
      manifest.budgets().values().stream()
          .filter(budget -> budget.by().isEmpty())
          .sorted(Comparator.comparing(Manifest.Budget::name))
          .forEach(budget -> uses.addAll(of(budget, 0, "", system, address)));
    }
    return List.copyOf(uses);
  }

  private static List<BudgetUse> of(
      Manifest.Budget budget, int units, String part, SystemRef system, URI address) {
    var whose = whose(budget, system, address);
    return budget.windows().stream()
        .map(
            window ->
                new BudgetUse(
                    Json.sha256(
                        String.join("\n", whose, budget.name(), part, window.length().toString())),
                    title(budget, system, part),
                    units,
                    window.limit(),
                    window.length()))
        .toList();
  }

  private static String whose(Manifest.Budget budget, SystemRef system, URI address) {
    return switch (budget.per()) {
      case ACCOUNT ->
          String.join("\n", system.connector(), address.getAuthority(), system.principal());
      case ADDRESS -> String.join("\n", system.connector(), address.getAuthority());
    };
  }

  private static String title(Manifest.Budget budget, SystemRef system, String part) {
    return part.isEmpty()
        ? "%s of %s".formatted(budget.name(), system.label())
        : "%s of %s in %s".formatted(budget.name(), system.label(), part);
  }
}
