package io.ganglion.api.billing;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.billing.Invoice;
import io.ganglion.billing.InvoiceCsv;
import io.ganglion.billing.InvoicePdf;
import io.ganglion.billing.Invoices;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.InvoiceId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Invoices and credit notes. */
@Path("/api/v1/invoices")
@Tag(name = "billing")
@RunOnVirtualThread
public class InvoiceResource {
  private static final String PDF = "application/pdf";
  private static final String CSV = "text/csv";

  private final Caller caller;
  private final Invoices invoices;

  InvoiceResource(Caller caller, Invoices invoices) {
    this.caller = caller;
    this.invoices = invoices;
  }

  @GET
  @Scope("billing:read")
  @Operation(summary = "List invoices", description = "Credit notes too, newest first.")
  public Listing<InvoiceSummaryView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, InvoiceId::fromString));
    return Listing.of(
        invoices.list(caller.tenant(), request.limit(), before), InvoiceSummaryView::of);
  }

  @GET
  @Path("/upcoming")
  @Scope("billing:read")
  @Operation(
      summary = "Get the upcoming invoice",
      description =
          "What this month comes to if all stays as it is: fees to its end, burst to this instant. A draft, without a number.")
  public InvoiceView upcoming() {
    return InvoiceView.of(invoices.upcoming(caller.tenant()));
  }

  @GET
  @Path("/{id}")
  @Scope("billing:read")
  @Operation(summary = "Get an invoice")
  public InvoiceView get(@PathParam("id") InvoiceId id) {
    return InvoiceView.of(invoices.get(caller.tenant(), id));
  }

  @GET
  @Path("/{id}.pdf")
  @Produces(PDF)
  @Scope("billing:read")
  @Operation(summary = "Get an invoice as PDF", description = "As it was issued.")
  @APIResponse(
      responseCode = "200",
      description = "A PDF",
      content =
          @Content(
              mediaType = PDF,
              schema = @Schema(implementation = String.class, format = "binary")))
  public RestResponse<byte[]> pdf(@PathParam("id") InvoiceId id) {
    var invoice = invoices.get(caller.tenant(), id);
    return file(invoice, "pdf", InvoicePdf.of(invoice));
  }

  @GET
  @Path("/{id}.csv")
  @Produces(CSV)
  @Scope("billing:read")
  @Operation(
      summary = "Get an invoice as CSV",
      description = "Lines, tax, total and usage by agent and system; RFC 4180, UTF-8.")
  @APIResponse(
      responseCode = "200",
      description = "A table",
      content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
  public RestResponse<byte[]> csv(@PathParam("id") InvoiceId id) {
    var invoice = invoices.get(caller.tenant(), id);
    return file(invoice, "csv", InvoiceCsv.of(invoice).getBytes(StandardCharsets.UTF_8));
  }

  private static RestResponse<byte[]> file(Invoice invoice, String ending, byte[] content) {
    return RestResponse.ResponseBuilder.ok(content)
        .header(
            "Content-Disposition",
            "attachment; filename=\"%s.%s\"".formatted(invoice.label(), ending))
        .build();
  }
}
