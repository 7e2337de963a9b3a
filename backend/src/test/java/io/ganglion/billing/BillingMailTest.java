package io.ganglion.billing;

import static io.ganglion.testing.SignedInPeople.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.testing.Mails;
import io.ganglion.testing.OidcIssuer.User;
import io.ganglion.testing.SignedInPeople;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who gets a letter about bills. */
@QuarkusTest
@Tag("it")
class BillingMailTest {
  private final User owner = SignedInPeople.newcomer();
  @Inject BillingMail letters;

  private void tell(String tenant, String notice) {
    letters.run("%s/%s/2026-10/%s".formatted(tenant, notice, SignedInPeople.idOf(owner)));
  }

  @Test
  void who_chose_not_to_be_told_by_mail_gets_no_letter_of_that_kind() {
    var tenant = SignedInPeople.tenantOf(owner);
    tell(tenant, "burst_50");
    assertThat(Mails.to(owner.email(), 1)).hasSize(1);
    in(tenant, owner)
        .body("{\"kinds\":{\"capacity\":[]}}")
        .patch("/api/v1/me/notifications")
        .then()
        .statusCode(200);
    tell(tenant, "burst_80");
    assertThat(Mails.now(owner.email())).hasSize(1);
  }

  @Test
  void what_stops_the_tenant_is_told_whatever_was_chosen() {
    assertThat(Notice.OVERDUE.kind()).isEmpty();
    assertThat(Notice.SUSPENDED.kind()).isEmpty();
  }
}
