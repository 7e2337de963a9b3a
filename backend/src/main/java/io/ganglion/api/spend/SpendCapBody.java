package io.ganglion.api.spend;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.coordination.Spends.Subject;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Money;
import io.ganglion.kernel.TenantId;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cap of what may be spent in a calendar month (UTC): of the tenant, or of one of these two. */
@Schema(name = "SpendCap")
public record SpendCapBody(
    @Schema(description = "Of this agent's runs") @Nullable AgentId agent,
    @Schema(description = "Of acts through this connection") @Nullable ConnectionId connection,
    @Schema(required = true, description = "ISO 4217", examples = "USD") @Nullable String currency,
    @Schema(
            required = true,
            implementation = Long.class,
            description = "In minor units; null: no cap",
            examples = "5000",
            minimum = "0")
        @Nullable JsonNode amountMinor) {
  private static final long MOST = 1_000_000_000_000L;

  /** Whose it is; one of the two may be named. */
  Subject subject(TenantId tenant) {
    if (agent != null && connection != null) {
      throw new InvalidRequest("/connection", "send an agent, a connection or neither");
    }
    if (agent != null) {
      return new Subject.OfAgent(agent);
    }
    return connection == null ? new Subject.Whole(tenant) : new Subject.OfConnection(connection);
  }

  String inCurrency() {
    try {
      return Currency.getInstance(currency == null ? "" : currency).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest("/currency", "send a currency by its ISO 4217 code, such as USD");
    }
  }

  /** Null: no cap, which has to be said; what is left out is a mistake. */
  @Nullable Money most() {
    if (amountMinor != null && amountMinor.isNull()) {
      return null;
    }
    if (amountMinor == null || !amountMinor.isIntegralNumber() || !amountMinor.canConvertToLong()) {
      throw amiss();
    }
    long minor = amountMinor.longValue();
    if (minor < 0 || minor > MOST) {
      throw amiss();
    }
    return new Money(minor, inCurrency());
  }

  private static InvalidRequest amiss() {
    return new InvalidRequest(
        "/amount_minor", "send minor units from 0 to %d, or null for no cap".formatted(MOST));
  }
}
