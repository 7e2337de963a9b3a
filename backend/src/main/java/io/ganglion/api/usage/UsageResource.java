package io.ganglion.api.usage;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.Times;
import io.ganglion.identity.Caller;
import io.ganglion.meter.MoneyPlace;
import io.ganglion.meter.MoneyUsages;
import io.ganglion.meter.UsagePlace;
import io.ganglion.meter.Usages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the tenant held. */
@Path("/api/v1/usage")
@Tag(name = "usage")
@RunOnVirtualThread
public class UsageResource {
  private final Caller caller;
  private final Usages usages;
  private final MoneyUsages money;
  private final Clock clock = Clock.systemUTC();

  UsageResource(Caller caller, Usages usages, MoneyUsages money) {
    this.caller = caller;
    this.usages = usages;
    this.money = money;
  }

  @GET
  @Scope("usage:read")
  @Operation(
      summary = "Sum up what was held",
      description =
          "Depth over time by hour, day or month, and by agent, workflow, system or connector: oldest first, sums of zero"
              + " left out. An hour counts once it is sealed, about a minute after its end. A later correction changes what"
              + " is charged and not these sums.")
  public Listing<UsageView> list(
      @Parameter(
              description = "Hours that begin at or after it; the start of the month if left out",
              example = "2026-12-01T00:00:00Z")
          @QueryParam("from")
          @Nullable String from,
      @Parameter(
              description =
                  "Hours that begin before it; now if left out. At most 31 days after from by the hour, 400 by the day,"
                      + " 3,700 by the month",
              example = "2026-12-08T00:00:00Z")
          @QueryParam("to")
          @Nullable String to,
      @Parameter(
              description =
                  "One of hour, day (the default) and month, and any of agent, workflow, system and connector, separated"
                      + " by commas",
              example = "day,connector")
          @QueryParam("by")
          @Nullable String by,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var query = query(from, to, by);
    var request = Listing.request(limit, cursor);
    var after = request.cursor().map(at -> Listing.cursor(at, UsagePlace::read));
    var page = usages.sums(caller.tenant(), query, request.limit(), after);
    return Listing.of(page, UsageView::of);
  }

  @GET
  @Path("/money")
  @Scope("usage:read")
  @Operation(
      summary = "Sum up what acts have cost",
      description =
          "Money that acts through connections with prices cost at their platforms, models above all, by hour, day or"
              + " month, and by agent, workflow, system or connector: oldest first. An act counts when it was intended, at"
              + " once. It is no part of what the tenant pays here.")
  public Listing<MoneyUsageView> money(
      @Parameter(
              description = "Acts intended at or after it; the start of the month if left out",
              example = "2026-12-01T00:00:00Z")
          @QueryParam("from")
          @Nullable String from,
      @Parameter(
              description =
                  "Acts intended before it; now if left out. At most 31 days after from by the hour, 400 by the day, 3,700"
                      + " by the month",
              example = "2026-12-08T00:00:00Z")
          @QueryParam("to")
          @Nullable String to,
      @Parameter(
              description =
                  "One of hour, day (the default) and month, and any of agent, workflow, system and connector, separated"
                      + " by commas",
              example = "hour,workflow")
          @QueryParam("by")
          @Nullable String by,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var after = request.cursor().map(at -> Listing.cursor(at, MoneyPlace::read));
    var page = money.sums(caller.tenant(), query(from, to, by), request.limit(), after);
    return Listing.of(page, MoneyUsageView::of);
  }

  private Usages.Query query(@Nullable String from, @Nullable String to, @Nullable String by) {
    var now = clock.instant();
    var asked = UsageBy.read(by);
    return new Usages.Query(
        from == null ? monthOf(now) : Times.read("/from", from),
        to == null ? now : Times.read("/to", to),
        asked.step(),
        asked.groups());
  }

  private static Instant monthOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC)
        .withDayOfMonth(1)
        .atStartOfDay()
        .toInstant(ZoneOffset.UTC);
  }
}
