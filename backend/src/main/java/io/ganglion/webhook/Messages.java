package io.ganglion.webhook;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.EndpointId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.MessageId;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A tenant's messages, and what became of them. */
@ApplicationScoped
public class Messages {
  private final TenantTx tx;
  private final EventTypes types;
  private final Audit audit;
  private final Dispatcher dispatcher;
  private final WebhookConfig config;

  Messages(
      TenantTx tx, EventTypes types, Audit audit, Dispatcher dispatcher, WebhookConfig config) {
    this.tx = tx;
    this.types = types;
    this.audit = audit;
    this.dispatcher = dispatcher;
    this.config = config;
  }

  /** Newest first; the cursor is the last message's identifier. */
  public Page<Message> list(
      TenantId tenant, Optional<String> type, int limit, Optional<MessageId> before) {
    var found = tx.call(tenant, c -> MessageStore.page(c, tenant, type, before, limit + 1));
    return Page.of(found, limit, message -> message.id().toString());
  }

  /**
   * @throws NotFound if there is none
   */
  public Message get(TenantId tenant, MessageId id) {
    return tx.call(tenant, c -> there(MessageStore.find(c, tenant, id)));
  }

  /**
   * What became of an endpoint's messages, newest first; the cursor is the last message's
   * identifier.
   *
   * @throws NotFound if there is no such endpoint
   */
  public Page<Delivery> deliveries(
      TenantId tenant,
      EndpointId endpoint,
      Optional<Delivery.State> state,
      int limit,
      Optional<MessageId> before) {
    var found =
        tx.call(
            tenant,
            c -> {
              Endpoints.there(EndpointStore.find(c, tenant, endpoint));
              return MessageStore.deliveries(c, tenant, endpoint, state, before, limit + 1);
            });
    return Page.of(found, limit, delivery -> delivery.message().toString());
  }

  /**
   * Sends a message that tells of nothing, under an identifier the caller chose.
   *
   * @param type whose example it is; it needn't be one of the endpoint's
   * @throws NotFound if there is no such endpoint
   * @throws WebhookProblem if it is disabled
   */
  public Message test(TenantId tenant, EndpointId endpoint, MessageId id, Optional<String> type) {
    var name = type.orElse(EventTypes.TEST);
    var known =
        types
            .find(name)
            .orElseThrow(
                () ->
                    new InvalidRequest(
                        "/type", "there is no such event type; GET /event-types lists them"));
    var data =
        name.equals(EventTypes.TEST)
            ? Json.object().put("endpoint", endpoint.toString())
            : known.example();
    var body = Payload.of(name, Instant.now(), data);
    var sent =
        tx.call(
            tenant,
            c -> {
              enabled(c, tenant, endpoint);
              MessageStore.test(c, tenant, id, name, body);
              MessageStore.replay(c, tenant, endpoint, id);
              return there(MessageStore.find(c, tenant, id));
            });
    dispatcher.wake();
    return sent;
  }

  /**
   * Sends messages once more, under the ids they have; those that are on their way stay as they
   * are.
   *
   * @return how many; {@link WebhookConfig#replayed} at most, the oldest
   * @throws NotFound if there is no such endpoint or message
   * @throws WebhookProblem if it is disabled
   */
  public long replay(TenantId tenant, EndpointId endpoint, Replay which) {
    long sent =
        tx.call(
            tenant,
            c -> {
              var there = enabled(c, tenant, endpoint);
              long count =
                  switch (which) {
                    case Replay.One one -> {
                      there(MessageStore.find(c, tenant, one.message()));
                      yield MessageStore.replay(c, tenant, endpoint, one.message());
                    }
                    case Replay.Range range ->
                        MessageStore.replayRange(
                            c, tenant, endpoint, range, there.wanted().types(), config.replayed());
                    case Replay.Failed failed ->
                        MessageStore.replayFailed(c, tenant, endpoint, config.replayed());
                  };
              var facts = Json.object().put("messages", count);
              audit.note(c, tenant, Change.made("endpoint.replayed", endpoint, facts));
              return count;
            });
    dispatcher.wake();
    return sent;
  }

  private static Endpoint enabled(Connection connection, TenantId tenant, EndpointId id)
      throws SQLException {
    var endpoint = Endpoints.there(EndpointStore.lock(connection, tenant, id));
    if (endpoint.disabled().isPresent()) {
      throw WebhookProblem.disabled();
    }
    return endpoint;
  }

  private static Message there(Optional<Message> found) {
    return found.orElseThrow(() -> new NotFound("message"));
  }
}
