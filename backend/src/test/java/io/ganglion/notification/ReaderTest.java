package io.ganglion.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.identity.Approvers;
import io.ganglion.identity.Role;
import io.ganglion.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ReaderTest {
  private static Reader reader(Role role, Choices choices, Set<Channel> open) {
    return new Reader(
        new PersonId(new UUID(1, 2)), false, role, Optional.of("ann@example.com"), choices, open);
  }

  private static Happening happening(Kind kind) {
    return happening(kind, Approvers.ANYBODY);
  }

  private static Happening happening(Kind kind, Approvers approvers) {
    return new Happening(kind, new Item(Instant.EPOCH, "x", "x", "/"), approvers);
  }

  private static Choices choose(Kind kind, Channel... channels) {
    return new Choices(Map.of(kind, Set.of(channels)));
  }

  @Test
  void who_chose_nothing_is_told_as_their_role_is_by_default() {
    for (var role : List.of(Role.OWNER, Role.ADMIN, Role.APPROVER)) {
      var reader = reader(role, Choices.NONE, Set.of());
      assertThat(reader.of(happening(Kind.APPROVALS))).containsExactly(Channel.MAIL);
      assertThat(reader.of(happening(Kind.ATTENTION))).containsExactly(Channel.MAIL);
      assertThat(reader.of(happening(Kind.FAILURES))).isEmpty();
    }
    for (var role : List.of(Role.OPERATOR, Role.VIEWER)) {
      for (var kind : Kind.values()) {
        assertThat(reader(role, Choices.NONE, Set.of()).of(happening(kind))).isEmpty();
      }
    }
  }

  @Test
  void nobody_is_told_of_what_their_role_may_not_see() {
    var viewer =
        reader(
            Role.VIEWER,
            new Choices(
                Map.of(
                    Kind.BILLING, Set.of(Channel.SLACK),
                    Kind.APPROVALS, Set.of(Channel.MAIL),
                    Kind.FAILURES, Set.of(Channel.MAIL))),
            Set.of(Channel.SLACK));
    assertThat(viewer.of(happening(Kind.BILLING))).isEmpty();
    assertThat(viewer.of(happening(Kind.APPROVALS))).isEmpty();
    assertThat(viewer.of(happening(Kind.FAILURES))).containsExactly(Channel.MAIL);
  }

  @Test
  void where_approvers_are_named_they_alone_are_asked() {
    var named = new Approvers(List.of("ann@example.com"));
    var others = new Approvers(List.of("admin", "bob@example.com"));
    var ann = reader(Role.OWNER, Choices.NONE, Set.of());
    assertThat(ann.of(happening(Kind.APPROVALS, named))).containsExactly(Channel.MAIL);
    assertThat(ann.of(happening(Kind.APPROVALS, others))).isEmpty();
  }

  @Test
  void a_channel_counts_while_it_is_there() {
    var choices = choose(Kind.FAILURES, Channel.SLACK, Channel.WEBHOOK);
    assertThat(reader(Role.OWNER, choices, Set.of(Channel.WEBHOOK)).of(happening(Kind.FAILURES)))
        .containsExactly(Channel.WEBHOOK);
  }

  @Test
  void mails_about_bills_are_billing_s_own_and_programs_have_no_mailbox() {
    var choices = choose(Kind.BILLING, Channel.MAIL, Channel.SLACK);
    assertThat(reader(Role.OWNER, choices, Set.of(Channel.SLACK)).of(happening(Kind.BILLING)))
        .containsExactly(Channel.SLACK);
    var program =
        new Reader(
            new PersonId(new UUID(1, 2)),
            true,
            Role.ADMIN,
            Optional.empty(),
            Choices.NONE,
            Set.of());
    assertThat(program.of(happening(Kind.ATTENTION))).isEmpty();
  }

  @Test
  void choices_are_read_as_they_were_stored_and_forget_a_channel_that_is_gone() {
    var choices = choose(Kind.FAILURES, Channel.SLACK, Channel.MAIL);
    assertThat(Choices.read(choices.json().toString())).isEqualTo(choices);
    assertThat(choices.json().toString()).isEqualTo("{\"failures\":[\"mail\",\"slack\"]}");
    assertThat(choices.without(Channel.SLACK)).isEqualTo(choose(Kind.FAILURES, Channel.MAIL));
  }
}
