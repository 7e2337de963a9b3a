package io.ganglion.notification;

import io.ganglion.approval.Approval;
import io.ganglion.approval.Approvals;
import io.ganglion.approval.link.LinkChannel;
import io.ganglion.approval.link.Links;
import io.ganglion.crypto.VaultUnavailable;
import io.ganglion.db.TenantTx;
import io.ganglion.identity.Person;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.NotFound;
import io.ganglion.mail.Postbox;
import io.ganglion.member.Member;
import io.ganglion.member.Members;
import io.ganglion.member.People;
import io.ganglion.tenant.Tenant;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings a message to whom it is for, if they want it still and may: who was taken out, lost the
 * role or chose otherwise since it began to gather is told nothing.
 */
@ApplicationScoped
class Telling {
  private final TenantTx tx;
  private final Tenants tenants;
  private final Members members;
  private final People people;
  private final Approvals approvals;
  private final Links links;
  private final Courier courier;
  private final Postbox postbox;
  private final NotificationClock clock;

  Telling(
      TenantTx tx,
      Tenants tenants,
      Members members,
      People people,
      Approvals approvals,
      Links links,
      Courier courier,
      Postbox postbox,
      NotificationClock clock) {
    this.tx = tx;
    this.tenants = tenants;
    this.members = members;
    this.people = people;
    this.approvals = approvals;
    this.links = links;
    this.courier = courier;
    this.postbox = postbox;
    this.clock = clock;
  }

  Outcome tell(Digest digest) {
    var tenant = tenants.find(digest.tenant()).filter(one -> one.deletedAt().isEmpty());
    var member = member(digest);
    if (tenant.isEmpty() || member.isEmpty()) {
      return new Outcome.Dropped("there is nobody any more");
    }
    if (!digest.kind().seenBy(member.get().role())) {
      return new Outcome.Dropped("their role may not see it");
    }
    if (!wanted(digest, member.get())) {
      return new Outcome.Dropped("they chose otherwise");
    }
    var left = stillWaiting(digest);
    if (left.events() == 0) {
      return new Outcome.Dropped("all of it was decided meanwhile");
    }
    return tell(left, tenant.get(), member.get());
  }

  private Optional<Member> member(Digest digest) {
    try {
      return Optional.of(members.get(digest.tenant(), digest.person()));
    } catch (NotFound e) {
      return Optional.empty();
    }
  }

  private boolean wanted(Digest digest, Member member) {
    var tenant = digest.tenant();
    return tx.call(tenant, c -> SettingStore.find(c, tenant, digest.person()))
        .choices()
        .of(digest.kind(), member.role())
        .contains(digest.channel());
  }

  /** What was decided since is not asked for. */
  private Digest stillWaiting(Digest digest) {
    if (digest.kind() != Kind.APPROVALS) {
      return digest;
    }
    var ids = digest.items().stream().map(item -> ApprovalId.fromString(item.about())).toList();
    Set<String> waiting =
        approvals.pending(digest.tenant(), ids).stream()
            .map(Approval::id)
            .map(ApprovalId::toString)
            .collect(Collectors.toSet());
    return digest.of(
        digest.items().stream().filter(item -> waiting.contains(item.about())).toList());
  }

  private Outcome tell(Digest digest, Tenant tenant, Member member) {
    try {
      return switch (digest.channel()) {
        case MAIL ->
            people
                .known(digest.person())
                .flatMap(Person::verifiedEmail)
                .map(to -> courier.mail(to, digest, wording(digest, tenant, member, to)))
                .orElseGet(() -> new Outcome.Dropped("there is no verified address"));
        case SLACK ->
            target(digest)
                .map(to -> slack(digest, tenant, member, to))
                .orElseGet(Telling::noChannel);
        case WEBHOOK ->
            target(digest)
                .map(
                    to -> {
                      var body = plain(tenant, member).webhook(digest, clock.now());
                      return courier.post(tenant.id(), to, digest.id(), body);
                    })
                .orElseGet(Telling::noChannel);
      };
    } catch (VaultUnavailable e) {
      return new Outcome.NotTried("the vault can't be asked");
    }
  }

  private Outcome slack(Digest digest, Tenant tenant, Member member, Targets.Stored to) {
    var host =
        tx
            .call(tenant.id(), c -> SettingStore.find(c, tenant.id(), digest.person()))
            .channels()
            .stream()
            .filter(one -> one.channel() == Channel.SLACK)
            .map(ChannelState::host)
            .findFirst()
            .orElse("Slack");
    var body = wording(digest, tenant, member, host).slack(digest);
    return courier.post(tenant.id(), to, digest.id(), body);
  }

  private Wording plain(Tenant tenant, Member member) {
    return new Wording(tenant.name(), member.role(), postbox::link, Map.of());
  }

  /** With links that decide, where it asks for approvals: the same ones with each try. */
  private Wording wording(Digest digest, Tenant tenant, Member member, String sentTo) {
    if (digest.kind() != Kind.APPROVALS) {
      return plain(tenant, member);
    }
    var channel = digest.channel() == Channel.MAIL ? LinkChannel.MAIL : LinkChannel.SLACK;
    var to = new Links.Addressee(digest.person(), channel, sentTo);
    var asked = digest.items().stream().map(item -> ApprovalId.fromString(item.about())).toList();
    var decisions =
        links.send(tenant.id(), digest.id(), to, asked).entrySet().stream()
            .collect(Collectors.toMap(one -> one.getKey().toString(), Map.Entry::getValue));
    return new Wording(tenant.name(), member.role(), postbox::link, decisions);
  }

  private Optional<Targets.Stored> target(Digest digest) {
    var tenant = digest.tenant();
    return tx.call(
        tenant, c -> SettingStore.target(c, tenant, digest.person(), digest.channel(), false));
  }

  private static Outcome noChannel() {
    return new Outcome.Dropped("there is no such channel any more");
  }
}
