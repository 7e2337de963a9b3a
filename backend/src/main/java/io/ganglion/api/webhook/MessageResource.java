package io.ganglion.api.webhook;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.MessageId;
import io.ganglion.webhook.Messages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What endpoints are told. */
@Path("/api/v1/messages")
@Tag(name = "webhooks")
@RunOnVirtualThread
public class MessageResource {
  private final Caller caller;
  private final Messages messages;

  MessageResource(Caller caller, Messages messages) {
    this.caller = caller;
    this.messages = messages;
  }

  @GET
  @Scope("webhooks:read")
  @Operation(
      summary = "List messages",
      description = "Newest first; narrow by type. They are kept for 30 days.")
  public Listing<MessageView> list(
      @QueryParam("type") @Nullable String type,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, MessageId::fromString));
    return Listing.of(
        messages.list(caller.tenant(), Optional.ofNullable(type), request.limit(), before),
        MessageView::of);
  }

  @GET
  @Path("/{id}")
  @Scope("webhooks:read")
  @Operation(summary = "Get a message")
  public MessageView get(@PathParam("id") MessageId id) {
    return MessageView.of(messages.get(caller.tenant(), id));
  }
}
