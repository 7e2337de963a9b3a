package io.ganglion.api.usage;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.Times;
import io.ganglion.identity.Caller;
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
  private final Clock clock = Clock.systemUTC();

  UsageResource(Caller caller, Usages usages) {
    this.caller = caller;
    this.usages = usages;
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
    var now = clock.instant();
    var asked = UsageBy.read(by);
    var query =
        new Usages.Query(
            from == null ? monthOf(now) : Times.read("/from", from),
            to == null ? now : Times.read("/to", to),
            asked.step(),
            asked.groups());
    var request = Listing.request(limit, cursor);
    var after = request.cursor().map(at -> Listing.cursor(at, UsagePlace::read));
    var page = usages.sums(caller.tenant(), query, request.limit(), after);
    return Listing.of(page, UsageView::of);
  }

  private static Instant monthOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC)
        .withDayOfMonth(1)
        .atStartOfDay()
        .toInstant(ZoneOffset.UTC);
  }
}
