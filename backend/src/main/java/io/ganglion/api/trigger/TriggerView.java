package io.ganglion.api.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.TriggerId;
import io.ganglion.trigger.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A trigger, as callers see it. */
@Schema(
    name = "Trigger",
    description = "A list of a platform's that is read again and again: what is new is an event.")
public record TriggerView(
    TriggerId id,
    String name,
    @Schema(description = "The connection it reads by; null: it was deleted")
        @Nullable ConnectionId connection,
    @Schema(description = "The connection's connector", examples = "x") String connector,
    @Schema(description = "What is read", examples = "mentions") String poll,
    @Schema(description = "The poll's arguments") JsonNode arguments,
    @Schema(description = "Of its CloudEvents", examples = "com.x.mention") String type,
    @Schema(
            description = "Their source, by which listeners know them",
            examples = "urn:ganglion:trigger:trg_01h2xcejqtf2nbrexx3vqjhp41")
        String eventSource,
    @Schema(description = "From the begin of one poll to the next") Duration interval,
    @Schema(
            description = "stopped: its connection was deleted",
            enumeration = {"active", "paused", "stopped"})
        String state,
    @Schema(
            description = "Why it isn't read though it is due; null: it is",
            examples = "the connection is paused")
        @Nullable String waitsFor,
    @Schema(description = "How far it was read, in the connector's words") JsonNode cursor,
    @Schema(description = "Events that it made", examples = "12") long published,
    @Schema(description = "Polls that failed since the last that did not", examples = "0")
        int failures,
    @Schema(description = "Of the last poll, where it failed") @Nullable ErrorView lastError,
    @Schema(description = "The last poll that was answered; null: none was yet")
        @Nullable Instant lastPollAt,
    @Schema(description = "When it is due; null: never, as it is") @Nullable Instant nextPollAt,
    Instant createdAt) {

  /** Why a poll failed. */
  @Schema(name = "TriggerError")
  public record ErrorView(
      @Schema(description = "As of HTTP", examples = "503") int status,
      @Schema(description = "What the platform said", examples = "X answered 503") String detail,
      @Schema(description = "When") Instant at) {}

  static TriggerView of(Trigger trigger) {
    var wanted = trigger.wanted();
    var progress = trigger.progress();
    return new TriggerView(
        trigger.id(),
        wanted.name(),
        wanted.connection().orElse(null),
        trigger.connector(),
        wanted.poll(),
        wanted.arguments(),
        wanted.type(),
        Trigger.urn(trigger.id()),
        wanted.interval(),
        trigger.state().name().toLowerCase(Locale.ROOT),
        progress.waits().orElse(null),
        progress.cursor(),
        progress.published(),
        progress.failures(),
        progress
            .error()
            .map(error -> new ErrorView(error.status(), error.detail(), error.at()))
            .orElse(null),
        progress.polledAt().orElse(null),
        progress.next().orElse(null),
        trigger.createdAt());
  }
}
