package io.ganglion.notification;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.background.Errands;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what came of a try, and disables channels that are gone or fail for days. */
@ApplicationScoped
class Settling {
  /** How long a message waits that wasn't sent by our own fault. */
  private static final Duration OUR_FAULT = Duration.ofSeconds(30);

  private final TenantTx tx;
  private final Errands errands;
  private final Audit audit;
  private final NotificationConfig config;

  Settling(TenantTx tx, Errands errands, Audit audit, NotificationConfig config) {
    this.tx = tx;
    this.errands = errands;
    this.audit = audit;
    this.config = config;
  }

  void settle(Digest digest, Outcome outcome, Instant now) {
    tx.run(
        digest.tenant(),
        connection -> {
          if (write(connection, digest, outcome, now) && digest.channel() != Channel.MAIL) {
            health(connection, digest, outcome, now);
          }
          MessageStore.next(connection, digest.tenant(), config.kept(), now);
        });
  }

  private boolean write(Connection connection, Digest digest, Outcome outcome, Instant now)
      throws SQLException {
    return switch (outcome) {
      case Outcome.Told t -> end(connection, digest, "told", null, now);
      case Outcome.Dropped d -> MessageStore.drop(connection, digest, d.reason(), config, now);
      case Outcome.Gone g -> end(connection, digest, "failed", g.reason(), now);
      case Outcome.NotTried n ->
          MessageStore.again(connection, digest, now.plus(OUR_FAULT), n.reason(), true);
      case Outcome.Failed f -> {
        var wait = Retry.after(digest.attempt());
        yield wait.isPresent()
            ? MessageStore.again(connection, digest, now.plus(wait.get()), f.reason(), false)
            : end(connection, digest, "failed", f.reason(), now);
      }
    };
  }

  private static boolean end(
      Connection connection, Digest digest, String outcome, @Nullable String reason, Instant now)
      throws SQLException {
    return MessageStore.end(connection, digest, outcome, reason, now);
  }

  /** Of Slack and webhook: the mail server is the operator's to mend. */
  private void health(Connection connection, Digest digest, Outcome outcome, Instant now)
      throws SQLException {
    switch (outcome) {
      case Outcome.Told t ->
          SettingStore.well(connection, digest.tenant(), digest.person(), digest.channel());
      case Outcome.Gone g -> disable(connection, digest, ChannelState.Reason.GONE, now);
      case Outcome.Failed f -> {
        var since =
            SettingStore.failed(
                connection, digest.tenant(), digest.person(), digest.channel(), now);
        if (since.filter(it -> it.plus(config.givenUpAfter()).isBefore(now)).isPresent()) {
          disable(connection, digest, ChannelState.Reason.FAILING, now);
        }
      }
      case Outcome.NotTried n -> {}
      case Outcome.Dropped d -> {}
    }
  }

  private void disable(
      Connection connection, Digest digest, ChannelState.Reason reason, Instant now)
      throws SQLException {
    var tenant = digest.tenant();
    var person = digest.person();
    var channel = digest.channel();
    if (!SettingStore.disable(connection, tenant, person, channel, reason, now)) {
      return;
    }
    MessageStore.giveUp(connection, tenant, person, channel, now);
    errands.ask(
        ChannelMail.NAME,
        "%s/%s/%s/%d".formatted(tenant, person, channel.text(), now.getEpochSecond()),
        Instant.now());
    audit.note(
        connection,
        tenant,
        Change.of(
            "notifications.channel_disabled",
            person,
            Json.object().put("channel", channel.text()),
            Json.object()
                .put("channel", channel.text())
                .put("reason", reason.name().toLowerCase(Locale.ROOT))));
  }
}
