package io.ganglion.api.notification;

import static io.ganglion.testing.SignedInPeople.in;
import static io.ganglion.testing.SignedInPeople.member;
import static io.ganglion.testing.SignedInPeople.newcomer;
import static io.ganglion.testing.SignedInPeople.tenantOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Mails;
import io.ganglion.testing.OidcIssuer.User;
import io.ganglion.testing.Stack;
import io.ganglion.testing.WebhookReceiver;
import io.ganglion.testing.WebhookReceiver.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class NotificationResourceTest {
  private static final String PATH = "/api/v1/me/notifications";
  private static final String SLACK = "https://hooks.slack.com/services/T0/B0/aVerySecretPart";

  private User ann;
  private String tenant;

  @BeforeEach
  void annHasATenant() {
    ann = newcomer();
    tenant = tenantOf(ann);
  }

  private ValidatableResponse get(User who) {
    return in(tenant, who).get(PATH).then();
  }

  private ValidatableResponse change(User who, String body) {
    return in(tenant, who).body(body).patch(PATH).then();
  }

  private ValidatableResponse test(User who, String channel) {
    return in(tenant, who)
        .body("{\"channel\":\"%s\"}".formatted(channel))
        .post(PATH + "/test")
        .then();
  }

  @Nested
  class Answers200 {
    @Test
    void who_chose_nothing_sees_what_their_role_is_told_by_default() {
      get(ann)
          .statusCode(200)
          .header("ETag", equalTo("\"0\""))
          .body("address", equalTo(ann.email()))
          .body(
              "kinds.kind",
              contains("approvals", "attention", "failures", "capacity", "connections", "billing"))
          .body("kinds.find { it.kind == 'approvals' }.channels", contains("mail"))
          .body("kinds.find { it.kind == 'approvals' }.by_default", equalTo(true))
          .body("kinds.find { it.kind == 'failures' }.channels", empty())
          .body("slack", nullValue())
          .body("webhook", nullValue());
    }

    @Test
    void a_role_is_not_offered_what_it_may_not_see() {
      get(member(tenant, ann, "viewer"))
          .statusCode(200)
          .body("kinds.kind", contains("attention", "failures", "capacity", "connections"));
      get(member(tenant, ann, "approver"))
          .body(
              "kinds.kind",
              contains("approvals", "attention", "failures", "capacity", "connections"));
    }

    @Test
    void what_is_left_out_stays_and_an_address_is_never_shown_again() throws SQLException {
      change(ann, "{\"kinds\":{\"failures\":[\"mail\"]}}").statusCode(200);
      change(
              ann,
              "{\"slack\":{\"url\":\"%s\"},\"kinds\":{\"attention\":[\"slack\",\"mail\"]}}"
                  .formatted(SLACK))
          .statusCode(200)
          .header("ETag", equalTo("\"2\""))
          .body("slack.host", equalTo("hooks.slack.com"))
          .body("slack.enabled", equalTo(true))
          .body("slack.signed", equalTo(false))
          .body("kinds.find { it.kind == 'failures' }.channels", contains("mail"))
          .body("kinds.find { it.kind == 'attention' }.channels", contains("mail", "slack"))
          .body("kinds.find { it.kind == 'attention' }.by_default", equalTo(false));
      assertThat(get(ann).extract().asString()).doesNotContain("aVerySecretPart");
      assertThat(in(tenant, ann).get("/api/v1/audit").then().statusCode(200).extract().asString())
          .contains("notifications.changed")
          .doesNotContain("aVerySecretPart");
      assertThat(in(tenant, ann).get("/api/v1/tenant/export").asString())
          .contains("notification_channel")
          .doesNotContain("aVerySecretPart", "\"sealed\"");
      assertThat(stored()).doesNotContain("aVerySecretPart");
    }

    private String stored() throws SQLException {
      try (var connection = Stack.asTenant("ganglion_app", TenantId.fromString(tenant));
          var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "SELECT string_agg(c::text || encode(sealed, 'escape'), '') FROM"
                      + " notification_channel c")) {
        row.next();
        return row.getString(1);
      }
    }

    @Test
    void a_channel_without_an_address_is_taken_away_with_what_was_chosen_of_it() {
      change(
              ann,
              "{\"slack\":{\"url\":\"%s\"},\"kinds\":{\"failures\":[\"slack\",\"mail\"]}}"
                  .formatted(SLACK))
          .statusCode(200);
      change(ann, "{\"slack\":{\"url\":null}}")
          .statusCode(200)
          .body("slack", nullValue())
          .body("kinds.find { it.kind == 'failures' }.channels", contains("mail"));
    }

    @Test
    void a_test_says_whether_it_was_taken() throws Exception {
      test(ann, "mail").statusCode(200).body("taken", equalTo(true)).body("reason", nullValue());
      assertThat(Mails.to(ann.email(), 1).getFirst().subject())
          .isEqualTo("A test of notifications of Ann's");
      try (var receiver = new WebhookReceiver()) {
        change(ann, "{\"slack\":{\"url\":\"%s\"}}".formatted(receiver.url("/slack")))
            .statusCode(200);
        test(ann, "slack").statusCode(200).body("taken", equalTo(true));
        assertThat(receiver.at("/slack").getFirst().body()).contains("This is a test");
        receiver.replies("/slack", any -> Reply.status(500));
        test(ann, "slack")
            .statusCode(200)
            .body("taken", equalTo(false))
            .body("reason", equalTo("it answered 500"));
      }
    }
  }

  @Nested
  class Answers400 {
    private void refused(User who, String body, String pointer, String detail) {
      change(who, body)
          .statusCode(400)
          .body("code", equalTo("invalid_request"))
          .body("errors[0].pointer", equalTo(pointer))
          .body("errors[0].detail", containsString(detail));
    }

    @Test
    void for_what_there_is_not() {
      refused(ann, "{\"kinds\":{\"failures\":[\"fax\"]}}", "/kinds/failures", "mail, slack");
      refused(ann, "{\"kinds\":{\"weather\":[\"mail\"]}}", "/kinds/weather", "");
      test(ann, "fax").statusCode(400);
    }

    @Test
    void for_a_channel_that_is_not_set_up() {
      refused(ann, "{\"kinds\":{\"failures\":[\"slack\"]}}", "/kinds/failures", "slack.url");
      get(ann).header("ETag", equalTo("\"0\""));
    }

    @Test
    void for_a_kind_that_the_role_may_not_see() {
      refused(
          member(tenant, ann, "viewer"),
          "{\"kinds\":{\"billing\":[\"mail\"]}}",
          "/kinds/billing",
          "viewer");
    }

    @Test
    void for_an_address_that_can_t_be_called() {
      refused(ann, "{\"slack\":{\"url\":\"ftp://example.com/x\"}}", "/slack/url", "https");
      refused(
          ann, "{\"webhook\":{\"url\":\"https://a:b@example.com/\"}}", "/webhook/url", "password");
      refused(ann, "{\"webhook\":{\"url\":\"https://x.example/#f\"}}", "/webhook/url", "fragment");
      refused(
          ann,
          "{\"webhook\":{\"url\":\"https://x.example/\",\"secret\":\"whsec_short\"}}",
          "/webhook/secret",
          "whsec_");
    }
  }

  @Nested
  class Answers401And403 {
    @Test
    void to_nobody_and_to_api_keys() {
      RestAssured.given().get(PATH).then().statusCode(401);
      var key = Callers.owner();
      key.request().get(PATH).then().statusCode(403).body("code", equalTo("person_only"));
      key.request()
          .body("{}")
          .patch(PATH)
          .then()
          .statusCode(403)
          .body("code", equalTo("person_only"));
    }
  }

  @Nested
  class Answers409 {
    @Test
    void to_a_test_where_there_is_nothing_to_test() {
      test(ann, "slack").statusCode(409).body("code", equalTo("channel_not_set_up"));
      var unverified = ann.unverified();
      test(unverified, "mail").statusCode(409).body("code", equalTo("address_not_verified"));
      get(unverified).statusCode(200).body("address", nullValue());
    }
  }

  @Nested
  class Answers412 {
    @Test
    void to_who_has_not_seen_the_last_change() {
      var seen = get(ann).extract().header("ETag");
      in(tenant, ann)
          .header("If-Match", seen)
          .body("{\"kinds\":{\"failures\":[\"mail\"]}}")
          .patch(PATH)
          .then()
          .statusCode(200)
          .header("ETag", not(equalTo(seen)));
      in(tenant, ann)
          .header("If-Match", seen)
          .body("{\"kinds\":{\"failures\":[]}}")
          .patch(PATH)
          .then()
          .statusCode(412)
          .body("code", equalTo("version_mismatch"));
      get(ann).body("kinds.find { it.kind == 'failures' }.channels", contains("mail"));
    }
  }

  @Nested
  @Tag("isolation")
  class OfTwoTenants {
    @Test
    void a_person_chooses_in_each_by_itself_and_members_each_for_themselves() {
      var bob = member(tenant, ann, "admin");
      var other = tenantOf(bob);
      change(ann, "{\"kinds\":{\"failures\":[\"mail\"]}}").statusCode(200);
      change(
              bob,
              "{\"slack\":{\"url\":\"%s\"},\"kinds\":{\"failures\":[\"slack\"]}}".formatted(SLACK))
          .statusCode(200);
      get(ann).body("slack", nullValue());
      in(other, bob)
          .get(PATH)
          .then()
          .statusCode(200)
          .body("slack", nullValue())
          .body("kinds.find { it.kind == 'failures' }.channels", empty());
      in(other, ann).get(PATH).then().statusCode(404);
      in(other, ann).body("{\"kinds\":{}}").patch(PATH).then().statusCode(404);
    }
  }
}
