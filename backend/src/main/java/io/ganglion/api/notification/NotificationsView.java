package io.ganglion.api.notification;

import io.ganglion.notification.Channel;
import io.ganglion.notification.ChannelState;
import io.ganglion.notification.Kind;
import io.ganglion.notification.NotificationSettings;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody is told of, as they see it. */
@Schema(name = "Notifications", description = "What the caller is told of in the tenant, and where")
public record NotificationsView(
    @Schema(
            description = "Where mails go: the address that is verified; null: nowhere",
            examples = "ann@example.com")
        @Nullable String address,
    @Schema(description = "What the role may see, and how they are told of it")
        List<KindView> kinds,
    @Schema(description = "null: it is not set up") @Nullable ChannelView slack,
    @Schema(description = "null: it is not set up") @Nullable ChannelView webhook) {

  /** A kind of what people are told of. */
  @Schema(name = "NotificationKind", description = "A kind of what people are told of")
  public record KindView(
      @Schema(
              description = "Which",
              enumeration = {
                "approvals",
                "attention",
                "failures",
                "capacity",
                "connections",
                "billing"
              },
              examples = "approvals")
          String kind,
      @Schema(description = "What it is", examples = "Runs that ask for an approval you may give")
          String meaning,
      @Schema(
              description = "Any of mail, slack and webhook; none: they are not told",
              examples = "[\"mail\"]")
          List<String> channels,
      @Schema(description = "Whether they chose nothing, and it is as their role has it")
          boolean byDefault) {
    static KindView of(Kind kind, NotificationSettings settings) {
      return new KindView(
          kind.text(),
          kind.meaning(),
          settings.choices().of(kind, settings.role()).stream()
              .sorted()
              .map(Channel::text)
              .toList(),
          !settings.choices().chosen().containsKey(kind));
    }
  }

  /** A channel, without its secrets. */
  @Schema(
      name = "NotificationChannel",
      description = "Where messages go; the address itself is never shown")
  public record ChannelView(
      @Schema(description = "Of its address", examples = "hooks.slack.com") String host,
      @Schema(description = "Whether messages are signed", examples = "false") boolean signed,
      @Schema(description = "Whether it gets messages", examples = "true") boolean enabled,
      @Schema(
              description =
                  "Why it is disabled: gone (it answered 404 or 410) or failing (nothing but failures"
                      + " for days)")
          @Nullable String disabledReason,
      @Schema(description = "Tries that failed since the last that did not", examples = "0")
          int failures,
      @Schema(description = "The first of them") @Nullable Instant failingSince,
      @Schema(description = "When its address was given") Instant changedAt) {
    static ChannelView of(ChannelState state) {
      return new ChannelView(
          state.host(),
          state.signed(),
          state.disabled().isEmpty(),
          state.disabled().map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(null),
          state.failures(),
          state.failingSince().orElse(null),
          state.changedAt());
    }
  }

  static NotificationsView of(NotificationSettings settings) {
    return new NotificationsView(
        settings.address().orElse(null),
        Arrays.stream(Kind.values())
            .filter(kind -> kind.seenBy(settings.role()))
            .map(kind -> KindView.of(kind, settings))
            .toList(),
        channel(settings, Channel.SLACK),
        channel(settings, Channel.WEBHOOK));
  }

  private static @Nullable ChannelView channel(NotificationSettings settings, Channel channel) {
    return settings.channels().stream()
        .filter(one -> one.channel() == channel)
        .findFirst()
        .map(ChannelView::of)
        .orElse(null);
  }
}
