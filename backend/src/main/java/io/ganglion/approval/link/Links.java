package io.ganglion.approval.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.approval.Approval;
import io.ganglion.approval.Approvals;
import io.ganglion.approval.Approvals.Verdict;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.identity.Decider;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.LinkId;
import io.ganglion.kernel.MessageId;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import io.ganglion.mail.Postbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes links to approvals, and decides by them. Everything answered is committed. */
@ApplicationScoped
public class Links {
  private static final String PAGE = "/decide#";

  private final TenantTx tx;
  private final Approvals approvals;
  private final LinkKeys keys;
  private final Deciders deciders;
  private final Postbox postbox;
  private final Audit audit;
  private final LinkConfig config;
  private final Clock clock = Clock.systemUTC();

  Links(
      TenantTx tx,
      Approvals approvals,
      LinkKeys keys,
      Deciders deciders,
      Postbox postbox,
      Audit audit,
      LinkConfig config) {
    this.tx = tx;
    this.approvals = approvals;
    this.keys = keys;
    this.deciders = deciders;
    this.postbox = postbox;
    this.audit = audit;
    this.config = config;
  }

  /**
   * A link with its address.
   *
   * @param url whoever knows it may decide
   */
  public record Offered(Link link, String url) {
    /** Never shows the address. */
    @Override
    public String toString() {
      return "Offered[%s]".formatted(link.id());
    }
  }

  /** A link that opens, and what it is about. */
  public record Opened(Link link, Approval approval) {}

  /** Whom a notification brings links to. */
  public record Addressee(PersonId person, LinkChannel channel, String sentTo) {}

  /** How long a maker may let a link open, at most. */
  public Duration longest() {
    return config.longest();
  }

  /**
   * Makes a link that decides in its maker's name, for the maker to bring to somebody. The same
   * call again answers the same link.
   *
   * @param sentTo whom it will be brought to, for the record
   * @param valid how long it is to open; empty: as usual
   * @throws io.ganglion.kernel.Problem when the maker may not decide it, or nobody can any more
   */
  public Offered make(
      TenantId tenant,
      LinkId id,
      ApprovalId approval,
      Decider maker,
      String sentTo,
      Optional<Duration> valid) {
    var key = keys.key(tenant);
    var link =
        tx.call(
            tenant,
            connection -> {
              var asked = approvals.open(connection, tenant, approval, maker);
              var until = until(asked, valid.orElse(config.valid()));
              var made =
                  new Link(
                      tenant,
                      id,
                      approval,
                      maker.actor(),
                      LinkChannel.API,
                      sentTo,
                      now(),
                      until,
                      Optional.empty());
              add(connection, made, null);
              return LinkStore.find(connection, tenant, id).orElseThrow();
            });
    return new Offered(link, url(key, link));
  }

  /**
   * Links that a notification brings to a member, by approval: those that they may decide, where
   * the tenant lets links go out this way. Asked again for the same message they are the same.
   *
   * @throws io.ganglion.crypto.VaultUnavailable if the master key can't be asked
   */
  public Map<ApprovalId, String> send(
      TenantId tenant, MessageId message, Addressee to, List<ApprovalId> wanted) {
    var decider = deciders.find(tenant, to.person.toString());
    if (decider.isEmpty()
        || !tx.call(tenant, c -> LinkSettings.find(c, tenant)).allows(to.channel)) {
      return Map.of();
    }
    var key = keys.key(tenant);
    var urls = new LinkedHashMap<ApprovalId, String>();
    for (var asked : approvals.pending(tenant, wanted)) {
      if (asked.asked().approvers().include(decider.get()) && now().isBefore(end(asked))) {
        urls.put(asked.id(), url(key, sent(tenant, message, to, asked)));
      }
    }
    return urls;
  }

  private Link sent(TenantId tenant, MessageId message, Addressee to, Approval asked) {
    return tx.call(
        tenant,
        connection -> {
          var known = LinkStore.sent(connection, tenant, asked.id(), message.uuid());
          if (known.isPresent()) {
            return known.get();
          }
          var made =
              new Link(
                  tenant,
                  LinkId.next(),
                  asked.id(),
                  to.person.toString(),
                  to.channel,
                  cut(to.sentTo),
                  now(),
                  until(asked, config.valid()),
                  Optional.empty());
          add(connection, made, message.uuid());
          return LinkStore.sent(connection, tenant, asked.id(), message.uuid()).orElseThrow();
        });
  }

  private void add(Connection connection, Link link, @Nullable UUID message) throws SQLException {
    var tenant = link.tenant();
    if (LinkStore.count(connection, tenant, link.approval()) >= config.each()
        && LinkStore.find(connection, tenant, link.id()).isEmpty()) {
      throw LinkProblem.full(config.each());
    }
    if (LinkStore.insert(connection, link, message)) {
      var change = Change.made("approval.link_made", link.approval(), facts(link));
      audit.note(connection, tenant, change);
    }
  }

  /**
   * Opens a link, and changes nothing: programs follow links in mails.
   *
   * @throws NotFound for anything that is not a link of ours, unchanged
   * @throws LinkProblem if it has expired, was used, or in whose name it decides may no longer
   */
  public Opened open(String token) {
    var link = read(token);
    refuseSpent(link, now());
    var approval = approvals.get(link.tenant(), link.approval());
    var unused = decider(link, approval);
    return new Opened(link, approval);
  }

  /** Whose link it is, before it is used; the same refusals as of {@link #open}. */
  public Link find(String token) {
    return read(token);
  }

  /**
   * Decides by a link, and uses it up in the same commit.
   *
   * @throws NotFound as {@link #open}
   * @throws LinkProblem as {@link #open}
   * @throws io.ganglion.approval.ApprovalProblem where nobody can decide it any more
   */
  public Approval decide(String token, Verdict verdict, @Nullable String comment) {
    var link = read(token);
    var tenant = link.tenant();
    refuseSpent(link, now());
    var decider = decider(link, approvals.get(tenant, link.approval()));
    var decided =
        tx.call(
            tenant,
            connection -> {
              var locked = LinkStore.lock(connection, tenant, link.id());
              refuseSpent(locked.orElseThrow(() -> new NotFound("link")), now());
              var by = facts(link);
              var after =
                  approvals.decide(
                      connection, tenant, link.approval(), verdict, decider, comment, by);
              LinkStore.use(connection, tenant, link.id(), after.state());
              return after;
            });
    approvals.wake(decided);
    return decided;
  }

  private Link read(String token) {
    var parsed = LinkToken.parse(token).orElseThrow(() -> new NotFound("link"));
    var tenant = parsed.tenant();
    var link =
        tx.call(tenant, connection -> LinkStore.find(connection, tenant, parsed.link()))
            .orElseThrow(() -> new NotFound("link"));
    var key = keys.known(tenant).orElseThrow(() -> new NotFound("link"));
    if (!MessageDigest.isEqual(key.sign(link.signed()), parsed.signature())) {
      throw new NotFound("link");
    }
    return link;
  }

  private static void refuseSpent(Link link, Instant now) {
    if (link.verdict().isPresent()) {
      throw LinkProblem.used(link.verdict().get());
    }
    if (!now.isBefore(link.expiresAt())) {
      throw LinkProblem.expired(link.expiresAt());
    }
  }

  private Decider decider(Link link, Approval approval) {
    var tenant = link.tenant();
    var allowed = tx.call(tenant, c -> LinkSettings.find(c, tenant)).allows(link.channel());
    return deciders
        .find(tenant, link.actor())
        .filter(found -> allowed && approval.asked().approvers().include(found))
        .orElseThrow(LinkProblem::revoked);
  }

  private Instant until(Approval approval, Duration valid) {
    var until = now().plus(valid);
    var end = end(approval);
    return until.isBefore(end) ? until : end;
  }

  private static Instant end(Approval approval) {
    return approval.asked().expiresAt().truncatedTo(ChronoUnit.MILLIS);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private String url(LinkKeys.Key key, Link link) {
    var token = new LinkToken(link.tenant(), link.id(), key.sign(link.signed()));
    return postbox.link(PAGE + token.text());
  }

  private static String cut(String sentTo) {
    return sentTo.length() <= Link.MAX_SENT_TO ? sentTo : sentTo.substring(0, Link.MAX_SENT_TO);
  }

  private static JsonNode facts(Link link) {
    return Json.object()
        .put("link", link.id().toString())
        .put("channel", link.channel().text())
        .put("sent_to", link.sentTo())
        .put("in_name_of", link.actor())
        .put("expires_at", link.expiresAt().toString());
  }
}
