package io.ganglion.notification;

import io.ganglion.background.Errand;
import io.ganglion.db.TenantTx;
import io.ganglion.identity.Person;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import io.ganglion.mail.Mail;
import io.ganglion.mail.Postbox;
import io.ganglion.member.People;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells somebody that a channel of theirs gets no messages any more. */
@ApplicationScoped
class ChannelMail implements Errand {
  static final String NAME = "notification-channel-mail";

  private final TenantTx tx;
  private final Tenants tenants;
  private final People people;
  private final Postbox postbox;

  ChannelMail(TenantTx tx, Tenants tenants, People people, Postbox postbox) {
    this.tx = tx;
    this.tenants = tenants;
    this.people = people;
    this.postbox = postbox;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String subject) {
    var parts = subject.split("/", 4);
    var tenant = TenantId.fromString(parts[0]);
    var person = PersonId.fromString(parts[1]);
    var named = tenants.find(tenant).map(found -> Item.oneLine(found.name()));
    var to = people.known(person).flatMap(Person::verifiedEmail);
    var channel =
        tx.call(tenant, c -> SettingStore.find(c, tenant, person))
            .channel(Channel.of(parts[2]))
            .filter(found -> found.disabled().isPresent());
    if (named.isEmpty() || to.isEmpty() || channel.isEmpty()) {
      return; // gone, or set up anew, meanwhile
    }
    postbox.send(
        new Mail(
            to.get(),
            "Your %s notifications of %s are off".formatted(word(channel.get()), named.get()),
            text(channel.get(), named.get())));
  }

  private String text(ChannelState channel, String tenant) {
    var why =
        switch (channel.disabled().orElseThrow()) {
          case GONE -> "It answered that there is nobody any more.";
          case FAILING -> "Nothing but failures came of it for days.";
        };
    return """
    What you chose to be told of %s goes to %s at %s no more.
    %s

    Give its address anew, or send a test, which turns it on again if it comes through:
    %s
    """
        .formatted(tenant, word(channel), channel.host(), why, postbox.link("/settings"));
  }

  private static String word(ChannelState channel) {
    return switch (channel.channel()) {
      case SLACK -> "Slack";
      case WEBHOOK -> "webhook";
      case MAIL -> throw new IllegalStateException("mail is never disabled");
    };
  }
}
