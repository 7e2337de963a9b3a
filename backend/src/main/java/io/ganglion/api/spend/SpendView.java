package io.ganglion.api.spend;

import io.ganglion.coordination.Spends;
import io.ganglion.coordination.Spends.Subject;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.Money;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What acts have cost in a month. */
@Schema(name = "Spend")
public record SpendView(
    @Schema(description = "In UTC", examples = "2026-12") String month,
    @Schema(description = "The tenant's first, then agents', then connections'") List<Sum> sums) {

  /** One sum: of the tenant where neither an agent nor a connection is named. */
  @Schema(name = "SpendSum")
  public record Sum(
      @Nullable AgentId agent,
      @Nullable ConnectionId connection,
      @Schema(description = "Of acts that landed, rounded up") Money spent,
      @Schema(description = "Set aside for acts that are under way or in doubt, rounded up")
          Money reserved,
      @Schema(description = "Never passed by both together; null: no cap") @Nullable Money cap) {}

  static SpendView of(YearMonth month, List<Spends.Sum> sums) {
    return new SpendView(month.toString(), sums.stream().map(SpendView::sum).toList());
  }

  private static Sum sum(Spends.Sum sum) {
    return new Sum(
        sum.subject() instanceof Subject.OfAgent of ? of.agent() : null,
        sum.subject() instanceof Subject.OfConnection of ? of.connection() : null,
        new Money(sum.spent(), sum.currency()),
        new Money(sum.reserved(), sum.currency()),
        sum.cap().orElse(null));
  }
}
