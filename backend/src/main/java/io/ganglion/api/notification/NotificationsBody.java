package io.ganglion.api.notification;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.notification.Channel;
import io.ganglion.notification.Kind;
import io.ganglion.notification.NotificationEdit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be changed; what is left out stays. */
@Schema(name = "NotificationsBody")
public record NotificationsBody(
    @Schema(description = "How to be told of each kind: any of mail, slack and webhook") @Valid
        @Nullable KindsBody kinds,
    @Schema(description = "Where Slack messages are to go; without url: nowhere any more") @Valid
        @Nullable SlackBody slack,
    @Schema(description = "Where JSON is to go; without url: nowhere any more") @Valid
        @Nullable WebhookBody webhook) {
  /** Channels by kind. */
  @Schema(name = "NotificationKindsBody", description = "How to be told of each kind")
  public record KindsBody(
      @Size(max = 3, message = "send at most 3")
          @Schema(description = "Runs that ask for an approval", examples = "[\"mail\"]")
          @Nullable List<String> approvals,
      @Size(max = 3, message = "send at most 3")
          @Schema(description = "Runs that need attention", examples = "[\"mail\"]")
          @Nullable List<String> attention,
      @Size(max = 3, message = "send at most 3")
          @Schema(description = "Runs that failed", examples = "[]")
          @Nullable List<String> failures,
      @Size(max = 3, message = "send at most 3")
          @Schema(description = "Burst that comes closer to its cap", examples = "[\"mail\"]")
          @Nullable List<String> capacity,
      @Size(max = 3, message = "send at most 3")
          @Schema(description = "Connections that need new credentials", examples = "[\"mail\"]")
          @Nullable List<String> connections,
      @Size(max = 3, message = "send at most 3")
          @Schema(description = "Invoices and payments", examples = "[\"mail\"]")
          @Nullable List<String> billing) {
    Map<Kind, Set<Channel>> chosen() {
      var chosen = new EnumMap<Kind, Set<Channel>>(Kind.class);
      put(chosen, Kind.APPROVALS, approvals);
      put(chosen, Kind.ATTENTION, attention);
      put(chosen, Kind.FAILURES, failures);
      put(chosen, Kind.CAPACITY, capacity);
      put(chosen, Kind.CONNECTIONS, connections);
      put(chosen, Kind.BILLING, billing);
      return chosen;
    }

    private static void put(
        Map<Kind, Set<Channel>> chosen, Kind kind, @Nullable List<String> names) {
      if (names != null) {
        try {
          chosen.put(kind, names.stream().map(Channel::of).collect(Collectors.toSet()));
        } catch (IllegalArgumentException e) {
          throw new InvalidRequest(
              "/kinds/" + kind.text(), "send a list of any of mail, slack and webhook");
        }
      }
    }
  }

  /** Where Slack messages are to go. */
  @Schema(
      name = "NotificationSlackBody",
      description = "An incoming webhook of Slack, or of what understands the same")
  public record SlackBody(
      @Size(min = 1, max = 500, message = "send 1 to 500 characters")
          @Schema(
              description = "Never shown again; null: nowhere any more",
              examples = "https://hooks.slack.com/services/T0/B0/X")
          @Nullable String url) {
    /** Never shows the address. */
    @Override
    public String toString() {
      return "SlackBody";
    }
  }

  /** Where JSON is to go. */
  @Schema(name = "NotificationWebhookBody", description = "An address that takes JSON by POST")
  public record WebhookBody(
      @Size(min = 1, max = 500, message = "send 1 to 500 characters")
          @Schema(
              description = "Never shown again; null: nowhere any more",
              examples = "https://example.com/told")
          @Nullable String url,
      @Size(min = 1, max = 200, message = "send 1 to 200 characters")
          @Schema(
              description =
                  "whsec_ and 24 to 64 bytes in base64, to sign with by Standard Webhooks; never"
                      + " shown again; null: messages aren't signed",
              examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
          @Nullable String secret) {
    /** Never shows any of it. */
    @Override
    public String toString() {
      return "WebhookBody";
    }
  }

  NotificationEdit edit() {
    var channels = new EnumMap<Channel, Optional<NotificationEdit.Address>>(Channel.class);
    if (slack != null) {
      channels.put(Channel.SLACK, address(slack.url, null));
    }
    if (webhook != null) {
      channels.put(Channel.WEBHOOK, address(webhook.url, webhook.secret));
    }
    return new NotificationEdit(kinds == null ? Map.of() : kinds.chosen(), channels);
  }

  private static Optional<NotificationEdit.Address> address(
      @Nullable String url, @Nullable String secret) {
    return Optional.ofNullable(url)
        .map(given -> new NotificationEdit.Address(given, Optional.ofNullable(secret)));
  }
}
