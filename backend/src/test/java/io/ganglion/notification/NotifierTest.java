package io.ganglion.notification;

import static io.ganglion.testing.SignedInPeople.in;
import static io.ganglion.testing.SignedInPeople.member;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Mails;
import io.ganglion.testing.OidcIssuer.User;
import io.ganglion.testing.Patience;
import io.ganglion.testing.SignedInPeople;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Told;
import io.ganglion.testing.WebhookReceiver;
import io.ganglion.testing.WebhookReceiver.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From an event to a mailbox and to addresses on real sockets; no loop runs but by the test. */
@QuarkusTest
@TestProfile(NotifierTest.Ticked.class)
@Tag("it")
class NotifierTest {
  private static final Duration GATHER = Duration.ofSeconds(11);
  private static final Duration WINDOW = Duration.ofMinutes(6);

  /** No process tells anybody anything by itself. */
  public static final class Ticked implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "ganglion.roles", "api,worker,lab",
          "%test.ganglion.roles", "api,worker,lab",
          "tests.notification-gather", "10s",
          "tests.notification-window", "5m");
    }
  }

  @Inject Notifier notifier;
  @Inject Telling telling;
  @Inject Settling settling;
  @Inject NotificationConfig config;
  @Inject TenantTx tx;
  @Inject SetClock clock;

  private final User ann = SignedInPeople.newcomer();
  private String tenant = "";
  private WebhookReceiver receiver;

  @BeforeEach
  void annHasATenant() throws Exception {
    tenant = SignedInPeople.tenantOf(ann);
    receiver = new WebhookReceiver();
  }

  @AfterEach
  void end() {
    clock.real();
    receiver.close();
  }

  private void choose(User who, String body) {
    in(tenant, who).body(body).patch("/api/v1/me/notifications").then().statusCode(200);
  }

  private void fails(int runs) throws SQLException {
    try (var connection = Stack.asTenant("ganglion_app", TenantId.fromString(tenant));
        var insert =
            connection.prepareStatement(
                """
                INSERT INTO outbox (tenant_id, run_id, type, data)
                SELECT ?, gen_random_uuid(), 'run.state', '{"state":"FAILED","waiting_for":null}' FROM generate_series(1, ?)
                """)) {
      insert.setObject(1, TenantId.fromString(tenant).uuid());
      insert.setInt(2, runs);
      insert.executeUpdate();
    }
  }

  private void attention() {
    Told.happened(
        tenant,
        RunId.next().uuid(),
        "run.state",
        "{\"state\":\"NEEDS_ATTENTION\",\"waiting_for\":{\"reason\":\"attention\",\"detail\":\"s3cret of a platform\"}}");
  }

  /** What happened is gathered, and after that time what is due is sent. */
  private void after(Duration time) throws SQLException {
    notifier.tick();
    clock.pass(time);
    notifier.tick();
  }

  private static List<Mails.Mail> about(User who, String words) {
    return Mails.now(who.email()).stream().filter(one -> one.subject().contains(words)).toList();
  }

  private List<String> outcomes() throws SQLException {
    return texts(
        "SELECT coalesce(outcome, 'waits') FROM notification_message ORDER BY opened_at, id");
  }

  private List<String> texts(String sql) throws SQLException {
    try (var connection = Stack.asTenant("ganglion_app", TenantId.fromString(tenant));
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      var found = new java.util.ArrayList<String>();
      while (row.next()) {
        found.add(row.getString(1));
      }
      return found;
    }
  }

  @Test
  void ten_thousand_failures_are_one_mail_and_what_comes_next_waits_for_the_window()
      throws Exception {
    choose(ann, "{\"kinds\":{\"failures\":[\"mail\"]}}");
    fails(10_000);
    after(GATHER);
    var mail = about(ann, "failed");
    assertThat(mail).hasSize(1);
    assertThat(mail.getFirst().subject()).isEqualTo("10,000 runs of Ann's failed");
    assertThat(mail.getFirst().text().lines().filter(line -> line.contains("A run failed")))
        .hasSize(10);
    assertThat(mail.getFirst().text()).contains("and 9,990 more", "/runs/run_", "/settings");
    assertThat(mail.getFirst().html()).contains("<li>and 9,990 more</li>", "/runs/run_");
    fails(2);
    after(GATHER);
    fails(1);
    after(GATHER);
    assertThat(about(ann, "failed")).hasSize(1);
    after(WINDOW);
    assertThat(about(ann, "failed"))
        .extracting(Mails.Mail::subject)
        .containsExactly("10,000 runs of Ann's failed", "3 runs of Ann's failed");
    assertThat(texts("SELECT seq::text FROM notification_pending")).isEmpty();
  }

  @Test
  void a_kind_of_its_own_does_not_wait_for_another_and_shows_no_payload() throws Exception {
    choose(ann, "{\"kinds\":{\"failures\":[\"mail\"]}}");
    fails(1);
    after(GATHER);
    attention();
    after(GATHER);
    var mail = about(ann, "needs attention");
    assertThat(mail).hasSize(1);
    assertThat(mail.getFirst().text()).doesNotContain("s3cret");
    assertThat(mail.getFirst().html()).doesNotContain("s3cret");
  }

  private String asks(String approvers) {
    in(tenant, ann)
        .contentType("application/yaml")
        .body(
            """
            document: {dsl: '1.0.3', namespace: shop, name: asks, version: '1.0.0'}
            do:
              - ask: {call: ganglion.approval, with: {title: 'Pay s3cret?'%s}}
            """
                .formatted(approvers)
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/workflows")
        .then()
        .statusCode(201);
    in(tenant, ann)
        .body("{\"workflow\":\"shop/asks\"}")
        .post("/api/v1/runs")
        .then()
        .statusCode(202);
    return Patience.await("it asks")
        .until(
            () ->
                in(tenant, ann)
                    .get("/api/v1/approvals?state=PENDING")
                    .then()
                    .extract()
                    .<String>path("data[0].id"),
            id -> id != null);
  }

  @Test
  void who_may_decide_is_asked_and_nobody_else() throws Exception {
    var approver = member(tenant, ann, "approver");
    var operator = member(tenant, ann, "operator");
    var viewer = member(tenant, ann, "viewer");
    asks("");
    after(GATHER);
    for (var asked : List.of(ann, approver)) {
      var mail = about(asked, "asks for approval");
      assertThat(mail).hasSize(1);
      assertThat(mail.getFirst().text())
          .contains("shop/asks 1.0.0 asks for approval", "/runs/run_")
          .doesNotContain("s3cret");
    }
    assertThat(about(operator, "asks for approval")).isEmpty(); // may, and has not asked to be told
    assertThat(about(viewer, "asks for approval")).isEmpty();
  }

  private static List<String> links(String text) {
    return Pattern.compile("/decide#(gl_[0-9a-zA-Z_-]+)")
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  @Test
  void a_mail_brings_a_link_that_decides_in_the_name_of_whom_it_went_to() throws Exception {
    var approver = member(tenant, ann, "approver");
    var approval = asks("");
    after(GATHER);
    var mail = about(approver, "asks for approval").getFirst();
    assertThat(links(mail.text())).hasSize(1).isEqualTo(links(mail.html()));
    assertThat(links(about(ann, "asks for approval").getFirst().text()))
        .doesNotContainAnyElementsOf(links(mail.text()));
    var token = links(mail.text()).getFirst();
    given()
        .get("/api/v1/approval-links/{token}", token)
        .then()
        .statusCode(200)
        .body("sent_to", equalTo(approver.email()));
    given()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/approval-links/{token}/approve", token)
        .then()
        .statusCode(200);
    in(tenant, ann)
        .get("/api/v1/approvals/{id}", approval)
        .then()
        .body("decided_by", equalTo(SignedInPeople.idOf(approver)));
    assertThat(texts("SELECT after ->> 'sent_to' FROM audit WHERE action = 'approval.link_made'"))
        .containsExactlyInAnyOrder(ann.email(), approver.email());
  }

  @Test
  void a_mail_that_is_sent_again_brings_the_same_link() throws Exception {
    asks("");
    notifier.tick();
    clock.pass(GATHER);
    var taken = taken().getFirst();
    assertThat(telling.tell(taken)).isEqualTo(new Outcome.Told());
    assertThat(telling.tell(taken)).isEqualTo(new Outcome.Told());
    assertThat(about(ann, "asks for approval"))
        .hasSize(2)
        .extracting(one -> links(one.text()))
        .doesNotContain(List.of())
        .containsOnly(links(about(ann, "asks for approval").getFirst().text()));
  }

  @Test
  void where_the_tenant_lets_none_go_out_a_mail_brings_no_link_and_those_that_went_open_nothing()
      throws Exception {
    asks("");
    after(GATHER);
    var token = links(about(ann, "asks for approval").getFirst().text()).getFirst();
    in(tenant, ann)
        .body("{\"mail\":false}")
        .patch("/api/v1/tenant/approval-links")
        .then()
        .statusCode(200);
    given()
        .get("/api/v1/approval-links/{token}", token)
        .then()
        .statusCode(410)
        .body("code", equalTo("link_revoked"));
    in(tenant, ann)
        .body("{\"workflow\":\"shop/asks\"}")
        .post("/api/v1/runs")
        .then()
        .statusCode(202);
    Patience.await("it asks, too")
        .until(
            () ->
                in(tenant, ann)
                    .get("/api/v1/approvals?state=PENDING")
                    .then()
                    .extract()
                    .<List<?>>path("data")
                    .size(),
            count -> count == 2);
    after(WINDOW);
    var mails = about(ann, "asks for approval");
    assertThat(mails).hasSize(2);
    assertThat(links(mails.getLast().text())).isEmpty();
  }

  @Test
  void slack_brings_links_where_the_tenant_wants_it() throws Exception {
    choose(
        ann,
        "{\"slack\":{\"url\":\"%s\"},\"kinds\":{\"approvals\":[\"slack\"]}}"
            .formatted(receiver.url("/slack")));
    asks("");
    after(GATHER);
    assertThat(receiver.at("/slack")).hasSize(1);
    assertThat(links(receiver.at("/slack").getFirst().body())).isEmpty();
    in(tenant, ann)
        .body("{\"slack\":true}")
        .patch("/api/v1/tenant/approval-links")
        .then()
        .statusCode(200);
    in(tenant, ann)
        .body("{\"workflow\":\"shop/asks\"}")
        .post("/api/v1/runs")
        .then()
        .statusCode(202);
    Patience.await("it asks, too")
        .until(
            () -> {
              after(WINDOW);
              return receiver.at("/slack").size();
            },
            count -> count == 2);
    var token = links(receiver.at("/slack").getLast().body()).getFirst();
    given()
        .get("/api/v1/approval-links/{token}", token)
        .then()
        .statusCode(200)
        .body("sent_to", equalTo("127.0.0.1"));
  }

  @Test
  void where_approvers_are_named_they_alone_are_asked() throws Exception {
    var approver = member(tenant, ann, "approver");
    asks(", approvers: ['%s']".formatted(approver.email()));
    after(GATHER);
    assertThat(about(approver, "asks for approval")).hasSize(1);
    assertThat(about(ann, "asks for approval")).isEmpty();
  }

  @Test
  void what_was_decided_before_it_is_sent_is_not_asked_for() throws Exception {
    var approval = asks("");
    notifier.tick();
    in(tenant, ann)
        .body("{}")
        .post("/api/v1/approvals/{id}/approve", approval)
        .then()
        .statusCode(200);
    after(GATHER);
    assertThat(about(ann, "asks for approval")).isEmpty();
    assertThat(outcomes()).containsExactly("dropped");
  }

  /** The one of {@link #asks} is decided already. */
  private void asksAgain() {
    in(tenant, ann)
        .body("{\"workflow\":\"shop/asks\"}")
        .post("/api/v1/runs")
        .then()
        .statusCode(202);
    Patience.await("it asks, too")
        .until(
            () ->
                in(tenant, ann)
                    .get("/api/v1/approvals?state=PENDING")
                    .then()
                    .extract()
                    .<List<?>>path("data")
                    .size(),
            count -> count == 1);
  }

  private void approve(String approval) {
    in(tenant, ann)
        .body("{}")
        .post("/api/v1/approvals/{id}/approve", approval)
        .then()
        .statusCode(200);
  }

  @Test
  void what_was_never_sent_keeps_the_next_one_waiting_for_no_window() throws Exception {
    var approval = asks("");
    notifier.tick();
    approve(approval);
    after(GATHER);
    assertThat(outcomes()).containsExactly("dropped");
    asksAgain();
    after(GATHER);
    assertThat(about(ann, "asks for approval")).hasSize(1);
    assertThat(outcomes()).containsExactly("dropped", "told");
  }

  @Test
  void what_gathers_while_another_is_dropped_is_sent_as_soon_as_it_has_gathered() throws Exception {
    var approval = asks("");
    notifier.tick();
    approve(approval);
    clock.pass(GATHER);
    var taken = taken().getFirst();
    asksAgain();
    notifier.tick();
    settling.settle(taken, telling.tell(taken), clock.now());
    clock.pass(GATHER);
    notifier.tick();
    assertThat(about(ann, "asks for approval")).hasSize(1);
    assertThat(outcomes()).containsExactly("dropped", "told");
  }

  @Test
  void who_chose_otherwise_lost_the_role_or_left_meanwhile_is_told_nothing() throws Exception {
    var bob = member(tenant, ann, "admin");
    var eve = member(tenant, ann, "admin");
    choose(ann, "{\"kinds\":{\"attention\":[\"mail\"]}}");
    attention();
    notifier.tick();
    choose(ann, "{\"kinds\":{\"attention\":[]}}");
    in(tenant, ann)
        .body("{\"role\":\"viewer\"}")
        .patch("/api/v1/members/{id}", SignedInPeople.idOf(bob))
        .then()
        .statusCode(200);
    in(tenant, ann).delete("/api/v1/members/{id}", SignedInPeople.idOf(eve)).then().statusCode(204);
    after(GATHER);
    for (var who : List.of(ann, bob, eve)) {
      assertThat(about(who, "attention")).isEmpty();
    }
    assertThat(outcomes()).containsExactly("dropped", "dropped"); // hers went with her
  }

  @Test
  void a_process_that_begins_anew_tells_nothing_twice() throws Exception {
    attention();
    after(GATHER);
    clock.pass(Duration.ofHours(1));
    notifier.tick();
    assertThat(about(ann, "attention")).hasSize(1);
    assertThat(outcomes()).containsExactly("told");
  }

  @Test
  void what_a_dead_process_had_taken_is_sent_when_its_lease_is_over() throws Exception {
    attention();
    notifier.tick();
    clock.pass(GATHER);
    assertThat(taken()).hasSize(1);
    notifier.tick();
    assertThat(about(ann, "attention")).isEmpty();
    clock.pass(config.lease());
    notifier.tick();
    notifier.tick();
    assertThat(about(ann, "attention")).hasSize(1);
    assertThat(outcomes()).containsExactly("told");
  }

  /** As much as can be known of a mail that was taken by the server and not noted as such. */
  @Test
  void a_process_that_dies_between_sending_and_noting_leaves_two_copies_of_one_identifier()
      throws Exception {
    attention();
    notifier.tick();
    clock.pass(GATHER);
    var taken = taken().getFirst();
    assertThat(telling.tell(taken)).isEqualTo(new Outcome.Told());
    clock.pass(config.lease());
    notifier.tick();
    var copies = about(ann, "attention");
    assertThat(copies).hasSize(2);
    assertThat(copies).extracting(Mails.Mail::id).containsOnly(copies.getFirst().id());
    assertThat(copies.getFirst().id()).contains(taken.id().toString());
  }

  private List<Digest> taken() {
    var id = TenantId.fromString(tenant);
    return tx.call(
        id,
        connection -> {
          var claimed = MessageStore.claim(connection, id, config, 10, clock.now());
          MessageStore.next(connection, id, config.kept(), clock.now());
          return claimed;
        });
  }

  @Test
  void two_processes_together_tell_each_event_once() throws Exception {
    choose(ann, "{\"kinds\":{\"failures\":[\"mail\"]}}");
    fails(3_000);
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 2; i++) {
        var all =
            java.util.stream.IntStream.range(0, 4)
                .mapToObj(
                    any ->
                        threads.submit(
                            () -> {
                              notifier.tick();
                              return null;
                            }))
                .toList();
        for (var one : all) {
          one.get();
        }
        clock.pass(GATHER);
      }
    }
    notifier.tick();
    assertThat(about(ann, "failed"))
        .extracting(Mails.Mail::subject)
        .containsExactly("3,000 runs of Ann's failed");
  }

  @Test
  void slack_and_a_signed_webhook_get_the_same_digest() throws Exception {
    var secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    choose(
        ann,
        """
        {"slack":{"url":"%s"},"webhook":{"url":"%s","secret":"%s"},"kinds":{"failures":["slack","webhook"]}}
        """
            .formatted(receiver.url("/slack"), receiver.url("/hook"), secret));
    fails(12);
    after(GATHER);
    var slack = receiver.at("/slack");
    assertThat(slack).hasSize(1);
    assertThat(Json.read(slack.getFirst().body()).path("text").asText())
        .startsWith("*12 runs of Ann's failed*\n")
        .contains("and 2 more");
    var hook = receiver.at("/hook");
    assertThat(hook).hasSize(1);
    new Webhook(secret).verify(hook.getFirst().body(), hook.getFirst().headers());
    var data = Json.read(hook.getFirst().body()).path("data");
    assertThat(data.path("events").asLong()).isEqualTo(12);
    assertThat(data.path("items")).hasSize(10);
    assertThat(hook.getFirst().id()).startsWith("msg_");
    assertThat(about(ann, "failed")).isEmpty();
  }

  @Test
  void a_channel_that_fails_is_tried_again_with_the_same_message_and_well_again_once_it_answers()
      throws Exception {
    choose(
        ann,
        "{\"webhook\":{\"url\":\"%s\"},\"kinds\":{\"failures\":[\"webhook\"]}}"
            .formatted(receiver.url("/hook")));
    receiver.replies("/hook", any -> Reply.status(500));
    fails(1);
    after(GATHER);
    assertThat(channel("failures")).isEqualTo("1");
    receiver.replies("/hook", any -> Reply.status(204));
    fails(1);
    after(Duration.ofMinutes(2));
    assertThat(receiver.at("/hook")).hasSize(2);
    assertThat(receiver.at("/hook").get(0).id()).isEqualTo(receiver.at("/hook").get(1).id());
    assertThat(data(0)).isEqualTo(data(1));
    assertThat(channel("failures")).isEqualTo("0");
  }

  private JsonNode data(int request) {
    return Json.read(receiver.at("/hook").get(request).body()).path("data");
  }

  private String channel(String member) {
    return String.valueOf(
        (Object)
            in(tenant, ann)
                .get("/api/v1/me/notifications")
                .then()
                .statusCode(200)
                .extract()
                .path("webhook." + member));
  }

  @Test
  void a_channel_that_fails_for_days_is_disabled_with_a_mail_and_a_test_enables_it()
      throws Exception {
    choose(
        ann,
        "{\"webhook\":{\"url\":\"%s\"},\"kinds\":{\"failures\":[\"webhook\"]}}"
            .formatted(receiver.url("/hook")));
    receiver.replies("/hook", any -> Reply.status(503));
    for (int hours = 0; hours < 84; hours += 6) {
      assertThat(channel("enabled")).isEqualTo("true");
      fails(1);
      after(Duration.ofHours(6));
      if (channel("enabled").equals("false")) {
        assertThat(hours).isGreaterThanOrEqualTo(66);
        break;
      }
    }
    assertThat(channel("disabled_reason")).isEqualTo("failing");
    int tries = receiver.at("/hook").size();
    assertThat(tries).isLessThan(40);
    assertThat(outcomes()).doesNotContain("waits", "told");
    fails(1);
    after(WINDOW);
    assertThat(receiver.at("/hook")).hasSize(tries);
    assertThat(Mails.to(ann.email(), 1).getFirst().subject())
        .isEqualTo("Your webhook notifications of Ann's are off");
    receiver.replies("/hook", any -> Reply.status(204));
    in(tenant, ann)
        .body("{\"channel\":\"webhook\"}")
        .post("/api/v1/me/notifications/test")
        .then()
        .statusCode(200);
    assertThat(channel("enabled")).isEqualTo("true");
    fails(1);
    after(WINDOW);
    assertThat(receiver.at("/hook")).hasSize(tries + 2);
  }

  @Test
  void an_address_that_is_gone_is_disabled_at_once() throws Exception {
    choose(
        ann,
        "{\"webhook\":{\"url\":\"%s\"},\"kinds\":{\"failures\":[\"webhook\"]}}"
            .formatted(receiver.url("/hook")));
    receiver.replies("/hook", any -> Reply.status(410));
    fails(1);
    after(GATHER);
    assertThat(channel("disabled_reason")).isEqualTo("gone");
    assertThat(outcomes()).containsExactly("failed");
  }

  @Test
  void another_tenant_s_events_are_nobody_s_here() throws Exception {
    var bob = SignedInPeople.newcomer();
    var other = SignedInPeople.tenantOf(bob);
    choose(ann, "{\"kinds\":{\"failures\":[\"mail\"]}}");
    in(other, bob)
        .body("{\"kinds\":{\"failures\":[\"mail\"]}}")
        .patch("/api/v1/me/notifications")
        .then()
        .statusCode(200);
    fails(1);
    after(GATHER);
    assertThat(about(ann, "failed")).hasSize(1);
    assertThat(about(bob, "failed")).isEmpty();
  }

  @Test
  void what_the_database_notes_and_what_is_read_of_it_are_one_list() throws Exception {
    var invoice =
        "{\"id\":\"inv_01h2xcejqtf2nbrexx3vqjhp41\",\"number\":\"G-1\",\"month\":\"2026-10\"}";
    var told =
        Map.ofEntries(
            Map.entry("invoice.issued", invoice),
            Map.entry("credit_note.issued", invoice),
            Map.entry("invoice.overdue", invoice),
            Map.entry("invoice.paid", invoice),
            Map.entry("invoice.void", invoice),
            Map.entry("tenant.suspended", "{}"),
            Map.entry("tenant.reinstated", "{}"),
            Map.entry("burst.alert", "{\"month\":\"2026-10\",\"percent\":80}"),
            Map.entry(
                "connection.reauthorize",
                "{\"connection\":\"con_01h2xcejqtf2nbrexx3vqjhp41\",\"name\":\"main\",\"connector\":\"x\"}"));
    told.forEach((type, data) -> Told.happened(tenant, type, data));
    fails(1);
    attention();
    for (var state : List.of("SUCCEEDED", "RUNNING", "COMPENSATED", "CANCELLED")) {
      Told.happened(tenant, "run.state", "{\"state\":\"%s\"}".formatted(state));
    }
    Told.happened(tenant, "effect.state", "{\"state\":\"UNKNOWN\"}");
    Told.happened(tenant, "subscription.changed", "{}");
    assertThat(texts("SELECT seq::text FROM notification_pending")).hasSize(told.size() + 2);
    choose(
        ann,
        """
        {"webhook":{"url":"%s"},"kinds":{"failures":["webhook"],"attention":["webhook"],"capacity":["webhook"],
         "connections":["webhook"],"billing":["webhook"]}}
        """
            .formatted(receiver.url("/hook")));
    after(GATHER);
    assertThat(
            receiver.at("/hook").stream()
                .mapToLong(one -> Json.read(one.body()).at("/data/events").asLong())
                .sum())
        .isEqualTo(told.size() + 2);
  }
}
