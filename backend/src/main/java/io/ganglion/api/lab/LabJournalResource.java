package io.ganglion.api.lab;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.lab.Journal;
import io.ganglion.lab.Platform;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What really happened at the simulated platforms. */
@Path("/api/v1/lab/journal")
@Tag(name = "lab")
@RunOnVirtualThread
public class LabJournalResource {
  private final Caller caller;
  private final Journal journal;

  LabJournalResource(Caller caller, Journal journal) {
    this.caller = caller;
    this.journal = journal;
  }

  /** Something that happened. */
  public record EntryView(
      long seq,
      String platform,
      String account,
      String kind,
      String reference,
      JsonNode payload,
      Instant at) {
    static EntryView of(Journal.Entry entry) {
      return new EntryView(
          entry.seq(),
          entry.platform().word(),
          entry.account(),
          entry.kind(),
          entry.reference(),
          entry.payload(),
          entry.at());
    }
  }

  @GET
  @Scope("lab:read")
  @Operation(
      summary = "Read the platforms' own journal",
      description = "Oldest first; entries are never changed and never removed.")
  public Listing<EntryView> list(
      @QueryParam("platform") @Nullable String platform,
      @QueryParam("account") @Nullable String account,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var filter =
        new Journal.Filter(
            Optional.ofNullable(platform).map(Platform::named),
            Optional.ofNullable(account),
            Optional.ofNullable(kind));
    return Listing.of(
        journal.page(caller.tenant(), filter, Listing.request(limit, cursor)), EntryView::of);
  }
}
