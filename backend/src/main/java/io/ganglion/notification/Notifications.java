package io.ganglion.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.egress.Egress;
import io.ganglion.egress.Origin;
import io.ganglion.identity.Person;
import io.ganglion.identity.Role;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.MessageId;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import io.ganglion.mail.Postbox;
import io.ganglion.member.Members;
import io.ganglion.tenant.Tenants;
import io.ganglion.webhook.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What members choose to be told of. Everything answered is committed. */
@ApplicationScoped
public class Notifications {
  private static final int MAX_URL = 500;

  private final TenantTx tx;
  private final Tenants tenants;
  private final Members members;
  private final Targets targets;
  private final Courier courier;
  private final Postbox postbox;
  private final Egress egress;
  private final Audit audit;
  private final NotificationConfig config;
  private final NotificationClock clock;

  Notifications(
      TenantTx tx,
      Tenants tenants,
      Members members,
      Targets targets,
      Courier courier,
      Postbox postbox,
      Egress egress,
      Audit audit,
      NotificationConfig config,
      NotificationClock clock) {
    this.tx = tx;
    this.tenants = tenants;
    this.members = members;
    this.targets = targets;
    this.courier = courier;
    this.postbox = postbox;
    this.egress = egress;
    this.audit = audit;
    this.config = config;
    this.clock = clock;
  }

  public NotificationSettings get(TenantId tenant, Person person, Role role) {
    var found = tx.call(tenant, c -> SettingStore.find(c, tenant, person.id()));
    return settings(person, role, found);
  }

  private static NotificationSettings settings(Person person, Role role, Setting setting) {
    return new NotificationSettings(
        person.verifiedEmail(), role, setting.choices(), setting.channels(), setting.version());
  }

  /**
   * Whether somebody wants mails of that kind, for whoever writes letters of their own. Who is no
   * member wants none.
   */
  public boolean mails(TenantId tenant, PersonId person, Kind kind) {
    try {
      var role = members.get(tenant, person).role();
      return kind.seenBy(role)
          && tx.call(tenant, c -> SettingStore.find(c, tenant, person))
              .choices()
              .of(kind, role)
              .contains(Channel.MAIL);
    } catch (NotFound e) {
      return false;
    }
  }

  /**
   * Changes it. A channel whose address is given is enabled.
   *
   * @param expected the version the caller has seen; empty: whatever it is
   * @throws InvalidRequest for an address that can't be called, a kind that the role may not see,
   *     and a channel that is chosen and not set up
   */
  public NotificationSettings change(
      TenantId tenant, Person person, Role role, NotificationEdit edit, OptionalLong expected) {
    edit.kinds().keySet().forEach(kind -> refuseUnseen(kind, role));
    var sealed = sealed(tenant, edit);
    var after =
        tx.call(
            tenant,
            connection -> {
              var id = person.id();
              var before = SettingStore.lock(connection, tenant, id);
              Changed.check(expected, before.version());
              var choices = before.choices();
              for (var one : edit.channels().entrySet()) {
                var put = sealed.get(one.getKey());
                if (put == null) {
                  SettingStore.delete(connection, tenant, id, one.getKey());
                  choices = choices.without(one.getKey());
                } else {
                  SettingStore.put(
                      connection, tenant, id, one.getKey(), put.target, put.stored, clock.now());
                }
              }
              choices = choices.with(edit.kinds());
              SettingStore.write(connection, tenant, id, choices);
              var now = SettingStore.find(connection, tenant, id);
              refuseNotSetUp(edit, now);
              audit.note(
                  connection,
                  tenant,
                  Change.of("notifications.changed", id, facts(before), facts(now)));
              return now;
            });
    return settings(person, role, after);
  }

  /** A channel's address, checked and sealed before any transaction. */
  private record Put(Target target, Targets.Stored stored) {}

  private Map<Channel, Put> sealed(TenantId tenant, NotificationEdit edit) {
    var all = new EnumMap<Channel, Put>(Channel.class);
    edit.channels()
        .forEach(
            (channel, address) ->
                address.ifPresent(
                    given -> {
                      var target = target(channel, given);
                      all.put(channel, new Put(target, targets.seal(tenant, target)));
                    }));
    return all;
  }

  private Target target(Channel channel, NotificationEdit.Address given) {
    var at = "/" + channel.text();
    var secret = given.secret();
    if (secret.isPresent() && secret.flatMap(SigningKey::shared).isEmpty()) {
      throw new InvalidRequest(at + "/secret", "send whsec_ and 24 to 64 bytes in base64");
    }
    return new Target(url(at + "/url", given.url()), secret);
  }

  /** What is refused here would be refused with each message. */
  private URI url(String at, String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new InvalidRequest(at, "send an https address");
    }
    if (text.length() > MAX_URL || uri.getRawFragment() != null) {
      throw new InvalidRequest(
          at, "send an address without a fragment, of at most %d characters".formatted(MAX_URL));
    }
    if (!"https".equalsIgnoreCase(uri.getScheme()) && !config.plainHttp()) {
      throw new InvalidRequest(at, "send an https address");
    }
    egress
        .refusal(uri, Origin.TENANT)
        .ifPresent(
            why -> {
              throw new InvalidRequest(at, why);
            });
    return uri;
  }

  private static void refuseUnseen(Kind kind, Role role) {
    if (!kind.seenBy(role)) {
      throw new InvalidRequest(
          "/kinds/" + kind.text(),
          "a member with the role %s may not see it".formatted(role.text()));
    }
  }

  private static void refuseNotSetUp(NotificationEdit edit, Setting setting) {
    edit.kinds()
        .forEach(
            (kind, channels) ->
                channels.stream()
                    .filter(one -> one != Channel.MAIL && setting.channel(one).isEmpty())
                    .findFirst()
                    .ifPresent(
                        one -> {
                          throw new InvalidRequest(
                              "/kinds/" + kind.text(),
                              "say where %s messages are to go: send %1$s.url"
                                  .formatted(one.text()));
                        }));
  }

  /**
   * Sends a message that tells of nothing, now. A channel that was disabled is enabled if it comes
   * through.
   *
   * @return why it did not; empty: it was taken
   * @throws NotificationProblem where there is no such channel, or no verified address
   */
  public Optional<String> test(TenantId tenant, Person person, Role role, Channel channel) {
    var named = tenants.find(tenant).orElseThrow(() -> new NotFound("tenant"));
    var wording = new Wording(named.name(), role, postbox::link, Map.of());
    var outcome =
        switch (channel) {
          case MAIL ->
              courier.testMail(
                  person.verifiedEmail().orElseThrow(NotificationProblem::unverified),
                  MessageId.next(),
                  named.name(),
                  wording);
          case SLACK -> test(tenant, person.id(), channel, wording.slackTest());
          case WEBHOOK ->
              test(tenant, person.id(), channel, wording.webhookTest(tenant, clock.now()));
        };
    if (outcome instanceof Outcome.Told && channel != Channel.MAIL) {
      tx.run(tenant, c -> SettingStore.well(c, tenant, person.id(), channel));
    }
    return switch (outcome) {
      case Outcome.Told t -> Optional.empty();
      case Outcome.Failed f -> Optional.of(f.reason());
      case Outcome.Gone g -> Optional.of(g.reason());
      case Outcome.NotTried n -> Optional.of(n.reason());
      case Outcome.Dropped d -> Optional.of(d.reason());
    };
  }

  private Outcome test(TenantId tenant, PersonId person, Channel channel, JsonNode body) {
    var to =
        tx.call(tenant, c -> SettingStore.target(c, tenant, person, channel, true))
            .orElseThrow(() -> NotificationProblem.notSetUp(channel));
    return courier.post(tenant, to, MessageId.next(), body);
  }

  private static JsonNode facts(Setting setting) {
    var facts = Json.object();
    facts.set("kinds", setting.choices().json());
    setting.channels().forEach(one -> facts.put(one.channel().text(), one.host()));
    return facts;
  }
}
