package io.ganglion.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.identity.Role;
import io.ganglion.kernel.MessageId;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class WordingTest {
  private static final Instant AT = Instant.parse("2026-11-29T10:00:05Z");
  private static final TenantId TENANT = TenantId.next();
  private final Wording wording =
      new Wording("A&B\r\n<Ltd>", Role.APPROVER, path -> "https://g.example" + path, Map.of());

  private static Digest digest(Kind kind, long events, Item... items) {
    return new Digest(
        TENANT,
        MessageId.next(),
        new PersonId(new UUID(1, 2)),
        kind,
        Channel.MAIL,
        events,
        List.of(items),
        1);
  }

  private static Item item(String text) {
    return new Item(AT, "run_1", text, "/runs/run_1");
  }

  @Test
  void one_and_many_have_their_own_words() {
    assertThat(wording.subject(digest(Kind.APPROVALS, 1, item("x"))))
        .isEqualTo("A run of A&B <Ltd> asks for approval");
    assertThat(wording.subject(digest(Kind.FAILURES, 10_000, item("x"))))
        .isEqualTo("10,000 runs of A&B <Ltd> failed");
    for (var kind : Kind.values()) {
      assertThat(kind.headline(1, "Acme")).contains("Acme").doesNotContain("%");
      assertThat(kind.headline(2, "Acme")).contains("Acme").doesNotContain("%");
    }
  }

  @Test
  void a_mail_says_in_utc_what_happened_how_much_more_there_is_and_where_to_choose() {
    var plain = wording.plain(digest(Kind.FAILURES, 3, item("shop/post 1.0.0 failed")));
    assertThat(plain)
        .contains(
            "- 29 Nov 2026 10:00:05 UTC: shop/post 1.0.0 failed\n  https://g.example/runs/run_1\n")
        .contains("- and 2 more")
        .contains("because you are approver of")
        .contains("https://g.example/settings");
  }

  @Test
  void names_are_text_and_nothing_else_in_each_form() {
    var evil =
        digest(
            Kind.FAILURES, 1, item("<script>\"x\"</script>\n<https://evil.example|click> <!here>"));
    assertThat(wording.html(evil))
        .doesNotContain("<script>")
        .contains("&lt;script&gt;&quot;x&quot;&lt;/script&gt;");
    assertThat(wording.plain(evil)).contains("</script> <https://evil.example|click>");
    assertThat(wording.slack(evil).path("text").asText())
        .doesNotContain("<https://evil.example", "<!here>")
        .contains("<https://g.example/runs/run_1|&lt;script&gt;");
  }

  @Test
  void what_may_be_decided_by_a_link_brings_it_and_a_warning_to_mailbox_and_slack_alone() {
    var deciding =
        new Wording(
            "Acme",
            Role.APPROVER,
            path -> "https://g.example" + path,
            Map.of("run_1", "https://g.example/decide#gl_1"));
    var digest = digest(Kind.APPROVALS, 1, item("shop/post 1.0.0 asks for approval"));
    assertThat(deciding.plain(digest))
        .contains("  Approve or reject without signing in: https://g.example/decide#gl_1\n")
        .contains("pass none of them on");
    assertThat(deciding.html(digest))
        .contains("<a href=\"https://g.example/decide#gl_1\">")
        .contains("pass none of them on");
    assertThat(deciding.slack(digest).path("text").asText())
        .contains("<https://g.example/decide#gl_1|Approve or reject without signing in>");
    assertThat(deciding.webhook(digest, AT).toString()).doesNotContain("gl_1");
    assertThat(wording.plain(digest)).doesNotContain("signing in", "pass none");
  }

  @Test
  void a_webhook_gets_type_time_and_data() {
    var body = wording.webhook(digest(Kind.FAILURES, 3, item("shop/post 1.0.0 failed")), AT);
    assertThat(body.path("type").asText()).isEqualTo("notification");
    assertThat(body.path("timestamp").asText()).isEqualTo("2026-11-29T10:00:05.000Z");
    assertThat(body.at("/data/tenant").asText()).isEqualTo(TENANT.toString());
    assertThat(body.at("/data/more").asLong()).isEqualTo(2);
    assertThat(body.at("/data/items/0/url").asText()).isEqualTo("https://g.example/runs/run_1");
  }
}
