package io.ganglion.api.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.audit.AuditLog;
import io.ganglion.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's audit log. */
@Path("/api/v1/audit")
@Tag(name = "audit")
@RunOnVirtualThread
public class AuditResource {
  private static final String LINES = "application/jsonl";

  private final Caller caller;
  private final AuditLog log;
  private final ObjectMapper mapper;

  AuditResource(Caller caller, AuditLog log, ObjectMapper mapper) {
    this.caller = caller;
    this.log = log;
    this.mapper = mapper;
  }

  @GET
  @Scope("audit:read")
  @Operation(
      summary = "List who changed what",
      description = "Newest first; narrow by actor, action and target, each as written.")
  public Listing<AuditEntryView> list(
      @QueryParam("actor") @Nullable String actor,
      @QueryParam("action") @Nullable String action,
      @QueryParam("target") @Nullable String target,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, Long::valueOf));
    var filter =
        new AuditLog.Filter(
            Optional.ofNullable(actor), Optional.ofNullable(action), Optional.ofNullable(target));
    return Listing.of(
        log.list(caller.tenant(), filter, request.limit(), before), AuditEntryView::of);
  }

  @GET
  @Path("/export")
  @Produces(LINES)
  @Scope("audit:read")
  @Operation(
      summary = "Export the audit log",
      description =
          "All of it, oldest first, a JSON object a line. Each line's hash covers it and the hash of the line before, so"
              + " that a copy can be checked without us.")
  @APIResponse(
      responseCode = "200",
      description = "JSON lines",
      content =
          @Content(mediaType = LINES, schema = @Schema(implementation = AuditEntryView.class)))
  public StreamingOutput export() {
    var tenant = caller.tenant();
    return out ->
        log.each(
            tenant,
            entry -> {
              out.write(mapper.writeValueAsBytes(AuditEntryView.of(entry)));
              out.write("\n".getBytes(StandardCharsets.US_ASCII));
            });
  }

  @GET
  @Path("/verification")
  @Produces(MediaType.APPLICATION_JSON)
  @Scope("audit:read")
  @Operation(
      summary = "Check the audit log",
      description =
          "Goes over the whole chain of hashes and names the first line that is not as it was written.")
  public AuditVerdictView verify() {
    return AuditVerdictView.of(log.verify(caller.tenant()));
  }
}
