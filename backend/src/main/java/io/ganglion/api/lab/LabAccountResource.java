package io.ganglion.api.lab;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.ShownOnce;
import io.ganglion.identity.Caller;
import io.ganglion.lab.Accounts;
import io.ganglion.lab.Platform;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Accounts at simulated platforms. */
@Path("/api/v1/lab/accounts")
@Tag(name = "lab")
@RunOnVirtualThread
public class LabAccountResource {
  private final Caller caller;
  private final Accounts accounts;

  LabAccountResource(Caller caller, Accounts accounts) {
    this.caller = caller;
    this.accounts = accounts;
  }

  /** What to open. */
  public record AccountBody(
      @NotNull(message = "send the name of a platform, e.g. x") @Nullable String platform) {}

  /** A new account; {@code connection} is a body for {@code POST /connections}. */
  public record NewAccountView(String platform, String account, JsonNode connection) {}

  /** An account without its credentials. */
  public record AccountView(String platform, String account, Instant createdAt) {}

  @POST
  @Scope("lab:write")
  @ShownOnce
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      description = "Opened; the credentials are never shown again",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewAccountView.class)))
  @Operation(
      summary = "Open an account at a simulated platform",
      description = "The credentials in the answer are never shown again.")
  public NewAccountView open(@Valid @NotNull(message = "send a JSON object") AccountBody body) {
    var account = accounts.open(caller.tenant(), Platform.named(String.valueOf(body.platform())));
    return new NewAccountView(account.platform().word(), account.account(), account.connection());
  }

  @GET
  @Scope("lab:read")
  @Operation(summary = "List the accounts", description = "By platform and account.")
  public Listing<AccountView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return Listing.of(
        accounts.page(caller.tenant(), Listing.request(limit, cursor)),
        account ->
            new AccountView(account.platform().word(), account.account(), account.createdAt()));
  }
}
