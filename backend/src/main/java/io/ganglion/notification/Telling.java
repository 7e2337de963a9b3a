package io.ganglion.notification;

import io.ganglion.approval.Approval;
import io.ganglion.approval.Approvals;
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
  private final Courier courier;
  private final Postbox postbox;
  private final NotificationClock clock;

  Telling(
      TenantTx tx,
      Tenants tenants,
      Members members,
      People people,
      Approvals approvals,
      Courier courier,
      Postbox postbox,
      NotificationClock clock) {
    this.tx = tx;
    this.tenants = tenants;
    this.members = members;
    this.people = people;
    this.approvals = approvals;
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
    var wording = new Wording(tenant.name(), member.role(), postbox::link);
    return switch (digest.channel()) {
      case MAIL ->
          people
              .known(digest.person())
              .flatMap(Person::verifiedEmail)
              .map(to -> courier.mail(to, digest, wording))
              .orElseGet(() -> new Outcome.Dropped("there is no verified address"));
      case SLACK ->
          target(digest)
              .map(to -> courier.post(tenant.id(), to, digest.id(), wording.slack(digest)))
              .orElseGet(Telling::noChannel);
      case WEBHOOK ->
          target(digest)
              .map(
                  to ->
                      courier.post(
                          tenant.id(), to, digest.id(), wording.webhook(digest, clock.now())))
              .orElseGet(Telling::noChannel);
    };
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
