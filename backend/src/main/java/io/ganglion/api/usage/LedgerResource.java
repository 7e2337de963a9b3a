package io.ganglion.api.usage;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.meter.Ledgers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's hold ledger. */
@Path("/api/v1/ledger")
@Tag(name = "usage")
@RunOnVirtualThread
public class LedgerResource {
  private static final String LINES = "application/jsonl";

  private final Caller caller;
  private final Ledgers ledgers;

  LedgerResource(Caller caller, Ledgers ledgers) {
    this.caller = caller;
    this.ledgers = ledgers;
  }

  @GET
  @Produces(LINES)
  @Scope("usage:read")
  @Operation(
      summary = "Export the hold ledger",
      description =
          "All that is charged by, in the order in which it was sealed, a JSON object a line. Save it and run"
              + " ./ganglion verify on the file: that recomputes the chain of hashes, usage and charges without us.")
  @APIResponse(
      responseCode = "200",
      description = "JSON lines",
      content =
          @Content(mediaType = LINES, schema = @Schema(implementation = LedgerLineView.class)))
  public StreamingOutput export(
      @Parameter(
              description = "Lines after this number alone, to be put behind those you have",
              example = "1042")
          @QueryParam("after_seq")
          @Nullable String afterSeq) {
    var tenant = caller.tenant();
    long after = afterSeq == null ? 0 : number(afterSeq);
    return out ->
        ledgers.each(
            tenant, after, line -> out.write((line + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  @GET
  @Path("/root")
  @Produces(MediaType.APPLICATION_JSON)
  @Scope("usage:read")
  @Operation(
      summary = "Show where the hold ledger ends",
      description =
          "Its root, which is the hash of its last line, and the roots of days that are over. Keep roots elsewhere: by one an"
              + " export proves that nothing before it was changed since.")
  public LedgerRootView root(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, LedgerRootView::day));
    return LedgerRootView.of(
        ledgers.root(caller.tenant()), ledgers.days(caller.tenant(), request.limit(), before));
  }

  private static long number(String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refused();
    }
    throw refused();
  }

  private static InvalidRequest refused() {
    return new InvalidRequest("/after_seq", "send the number of a line, or 0");
  }
}
