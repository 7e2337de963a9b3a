package io.ganglion.api.member;

import static io.ganglion.testing.SignedInPeople.as;
import static io.ganglion.testing.SignedInPeople.idOf;
import static io.ganglion.testing.SignedInPeople.in;
import static io.ganglion.testing.SignedInPeople.invite;
import static io.ganglion.testing.SignedInPeople.member;
import static io.ganglion.testing.SignedInPeople.newcomer;
import static io.ganglion.testing.SignedInPeople.tenantOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.ganglion.kernel.InvitationId;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Mails;
import io.ganglion.testing.OidcIssuer.User;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class InvitationResourceTest {
  private User ann;
  private String tenant;

  @BeforeEach
  void annHasATenant() {
    ann = newcomer();
    tenant = tenantOf(ann);
  }

  @Nested
  class Answers200 {
    @Test
    void who_is_invited_gets_a_mail_and_joins() {
      var bob = newcomer();
      var id = invite(tenant, ann, bob, "viewer");
      var mail = Mails.to(bob.email(), 1).getFirst();
      assertThat(mail.subject()).isEqualTo("Join Ann's on Ganglion");
      assertThat(mail.text()).contains("/join/" + id, "as viewer", ann.name());
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  in(tenant, ann)
                      .get("/api/v1/invitations/{id}", id)
                      .then()
                      .statusCode(200)
                      .body("state", equalTo("pending"))
                      .body("sent_at", notNullValue()));
      as(bob)
          .get("/api/v1/me")
          .then()
          .body("tenants", empty())
          .body("invitations.id", contains(id))
          .body("invitations.tenant_name", contains("Ann's"));
      for (int twice = 0; twice < 2; twice++) {
        as(bob)
            .post("/api/v1/me/invitations/{id}/accept", id)
            .then()
            .statusCode(200)
            .body("tenant", equalTo(tenant))
            .body("role", equalTo("viewer"));
      }
      as(bob).get("/api/v1/me").then().body("invitations", empty()).body("role", equalTo("viewer"));
      in(tenant, ann)
          .get("/api/v1/members")
          .then()
          .statusCode(200)
          .body("data.email", contains(ann.email(), bob.email()))
          .body("data.role", contains("owner", "viewer"));
      as(bob)
          .body("{\"workflow\":\"a/b\",\"agent\":\"agt_01h2xcejqtf2nbrexx3vqjhp41\",\"input\":{}}")
          .post("/api/v1/runs")
          .then()
          .statusCode(403)
          .body("code", equalTo("forbidden"));
      in(tenant, ann)
          .get("/api/v1/audit")
          .then()
          .body("data.action[0]", equalTo("member.joined"))
          .body("data.actor[0]", equalTo(idOf(bob)));
    }

    @Test
    void the_address_is_the_same_in_capital_letters() {
      var bob = newcomer();
      var id =
          in(tenant, ann)
              .body(
                  "{\"email\":\"%s\",\"role\":\"viewer\"}"
                      .formatted(bob.email().toUpperCase(java.util.Locale.ROOT)))
              .post("/api/v1/invitations")
              .then()
              .statusCode(201)
              .body("email", equalTo(bob.email()))
              .extract()
              .<String>path("id");
      as(bob).post("/api/v1/me/invitations/{id}/accept", id).then().statusCode(200);
    }

    @Test
    void resending_sends_again_and_prolongs_even_what_had_expired() throws SQLException {
      var bob = newcomer();
      var id = invite(tenant, ann, bob, "viewer");
      Mails.to(bob.email(), 1);
      expire(tenant, id);
      as(bob).get("/api/v1/me").then().body("invitations", empty());
      in(tenant, ann).get("/api/v1/invitations/{id}", id).then().body("state", equalTo("expired"));
      as(bob)
          .post("/api/v1/me/invitations/{id}/accept", id)
          .then()
          .statusCode(409)
          .body("code", equalTo("invitation_closed"));
      in(tenant, ann)
          .post("/api/v1/invitations/{id}/resend", id)
          .then()
          .statusCode(200)
          .body("state", equalTo("pending"));
      assertThat(Mails.to(bob.email(), 2)).hasSize(2);
      as(bob).post("/api/v1/me/invitations/{id}/accept", id).then().statusCode(200);
    }

    @Test
    void both_lists_are_read_page_by_page() {
      var first = invite(tenant, ann, newcomer(), "viewer");
      var second = invite(tenant, ann, newcomer(), "admin");
      var cursor =
          in(tenant, ann)
              .get("/api/v1/invitations?limit=1")
              .then()
              .body("data.id", contains(second))
              .extract()
              .<String>path("next_cursor");
      in(tenant, ann)
          .queryParam("cursor", cursor)
          .get("/api/v1/invitations?limit=1")
          .then()
          .body("data.id", contains(first));
    }
  }

  @Nested
  class Answers204 {
    @Test
    void who_declines_does_not_belong() {
      var bob = newcomer();
      var id = invite(tenant, ann, bob, "admin");
      for (int twice = 0; twice < 2; twice++) {
        as(bob).post("/api/v1/me/invitations/{id}/decline", id).then().statusCode(204);
      }
      as(bob).get("/api/v1/me").then().body("tenants", empty()).body("invitations", empty());
      as(bob).post("/api/v1/me/invitations/{id}/accept", id).then().statusCode(409);
      in(tenant, ann).get("/api/v1/invitations/{id}", id).then().body("state", equalTo("declined"));
    }
  }

  @Nested
  class Answers400 {
    @Test
    void what_is_no_address_or_no_role_is_refused() {
      for (var bad :
          new String[] {
            "{\"email\":\"bob\",\"role\":\"viewer\"}",
            "{\"email\":\"bob@example.com\\r\\nBcc: all@example.com\",\"role\":\"viewer\"}",
            "{\"email\":\"Bob <bob@example.com>\",\"role\":\"viewer\"}",
            "{\"email\":\"bob@example.com,eve@example.com\",\"role\":\"viewer\"}",
            "{\"email\":\"bob@example.com\",\"role\":\"god\"}",
            "{\"email\":\"bob@example.com\"}",
            "{\"role\":\"viewer\"}",
          }) {
        in(tenant, ann)
            .body(bad)
            .post("/api/v1/invitations")
            .then()
            .statusCode(400)
            .body("code", equalTo("invalid_request"));
      }
    }
  }

  @Nested
  class Answers403 {
    @Test
    void an_admin_makes_no_owners_and_the_others_invite_nobody() {
      var admin = member(tenant, ann, "admin");
      body(admin, "owner").statusCode(403).body("code", equalTo("role_excess"));
      body(admin, "admin").statusCode(201);
      for (var role : new String[] {"operator", "approver", "viewer"}) {
        body(member(tenant, ann, role), "viewer")
            .statusCode(403)
            .body("code", equalTo("forbidden"));
      }
    }

    @Test
    void an_address_that_is_not_verified_accepts_nothing() {
      var bob = newcomer();
      var id = invite(tenant, ann, bob, "viewer");
      as(bob.unverified())
          .post("/api/v1/me/invitations/{id}/accept", id)
          .then()
          .statusCode(403)
          .body("code", equalTo("email_unverified"));
      as(bob.unverified()).get("/api/v1/me").then().body("invitations", empty());
    }

    private io.restassured.response.ValidatableResponse body(User by, String role) {
      return in(tenant, by)
          .body("{\"email\":\"%s\",\"role\":\"%s\"}".formatted(newcomer().email(), role))
          .post("/api/v1/invitations")
          .then();
    }
  }

  @Nested
  class Answers404 {
    @Test
    void another_s_invitation_does_not_exist() {
      var id = invite(tenant, ann, newcomer(), "viewer");
      var eve = newcomer();
      as(eve).post("/api/v1/me/invitations/{id}/accept", id).then().statusCode(404);
      as(eve).post("/api/v1/me/invitations/{id}/decline", id).then().statusCode(404);
      var other = tenantOf(eve);
      in(other, eve).get("/api/v1/invitations/{id}", id).then().statusCode(404);
      in(other, eve).post("/api/v1/invitations/{id}/revoke", id).then().statusCode(404);
      in(other, eve).post("/api/v1/invitations/{id}/resend", id).then().statusCode(404);
    }
  }

  @Nested
  class Answers409 {
    @Test
    void nobody_s_mailbox_is_flooded() {
      var bob = newcomer();
      var id = invite(tenant, ann, bob, "viewer");
      in(tenant, ann)
          .post("/api/v1/invitations/{id}/resend", id)
          .then()
          .statusCode(409)
          .body("code", equalTo("invitation_just_sent"));
      for (int more = 0; more < 2; more++) {
        in(tenant, ann).post("/api/v1/invitations/{id}/revoke", id).then().statusCode(200);
        id = invite(tenant, ann, bob, "viewer");
      }
      in(tenant, ann).post("/api/v1/invitations/{id}/revoke", id).then().statusCode(200);
      conflict(bob, "enough_invitations_today");
    }

    @Test
    void nobody_is_invited_twice_at_once_or_though_they_belong() {
      var bob = newcomer();
      var id = invite(tenant, ann, bob, "viewer");
      conflict(bob, "already_invited");
      in(tenant, ann)
          .post("/api/v1/invitations/{id}/revoke", id)
          .then()
          .statusCode(200)
          .body("state", equalTo("revoked"));
      as(bob).post("/api/v1/me/invitations/{id}/accept", id).then().statusCode(409);
      var again = invite(tenant, ann, bob, "operator");
      as(bob).post("/api/v1/me/invitations/{id}/accept", again).then().statusCode(200);
      conflict(bob, "already_member");
      conflict(ann, "already_member");
      in(tenant, ann).post("/api/v1/invitations/{id}/revoke", again).then().statusCode(409);
      in(tenant, ann)
          .get("/api/v1/invitations")
          .then()
          .body("data.state", containsInAnyOrder("revoked", "accepted"));
    }

    @Test
    void at_most_fifty_are_open() {
      for (int i = 0; i < 50; i++) {
        invite(tenant, ann, newcomer(), "viewer");
      }
      conflict(newcomer(), "too_many_invitations");
    }

    @Test
    void who_was_taken_out_does_not_come_back_by_the_old_invitation() {
      var bob = newcomer();
      var id = invite(tenant, ann, bob, "viewer");
      as(bob).post("/api/v1/me/invitations/{id}/accept", id).then().statusCode(200);
      in(tenant, ann).delete("/api/v1/members/{id}", idOf(bob)).then().statusCode(204);
      as(bob)
          .post("/api/v1/me/invitations/{id}/accept", id)
          .then()
          .statusCode(409)
          .body("code", equalTo("invitation_closed"));
    }

    private void conflict(User invited, String code) {
      in(tenant, ann)
          .body("{\"email\":\"%s\",\"role\":\"viewer\"}".formatted(invited.email()))
          .post("/api/v1/invitations")
          .then()
          .statusCode(409)
          .body("code", equalTo(code));
    }
  }

  /** Lets it be as late as can be, past the application. */
  private static void expire(String tenant, String invitation) throws SQLException {
    try (var connection = Stack.asTenant("ganglion_app", TenantId.fromString(tenant));
        var update =
            connection.prepareStatement(
                "UPDATE invitation SET expires_at = now() - interval '1 second' WHERE id = ?")) {
      update.setObject(1, InvitationId.fromString(invitation).uuid());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
