package io.ganglion.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import io.ganglion.background.Errands;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import io.ganglion.tenant.Tenants;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Inhabited;
import io.ganglion.testing.Patience;
import io.ganglion.testing.SignedInPeople;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A deleted tenant goes in whole, and nobody else with it. */
@QuarkusTest
@Tag("isolation")
class TenantErasureTest {
  @Inject Tenants tenants;
  @Inject TenantTx tx;
  @Inject Errands errands;
  @Inject TenantErasure erasure;

  @Test
  void when_the_time_has_come_nothing_is_left() throws Exception {
    var gone = new Inhabited();
    var other = new Inhabited();
    var others = other.snapshot();
    tenants.delete(TenantId.fromString(gone.tenant));
    var purge = comes(gone.tenant);
    tx.run(
        TenantId.fromString(gone.tenant),
        connection -> errands.ask(Tenants.ERASURE, gone.tenant + "/" + purge, Instant.now()));

    Patience.await()
        .untilAsserted(
            () -> assertThat(gone.snapshot().values()).allMatch(rows -> rows.startsWith("0:")));

    Callers.as(gone.key).get("/api/v1/me").then().statusCode(401);
    SignedInPeople.as(gone.owner).get("/api/v1/me").then().statusCode(200).body("tenants", empty());
    assertThat(other.snapshot()).isEqualTo(others);
  }

  @Test
  void what_was_had_back_or_deleted_anew_stays() throws Exception {
    var kept = new Inhabited();
    var id = TenantId.fromString(kept.tenant);
    tenants.delete(id);
    var purge = comes(kept.tenant);
    tenants.restore(id);
    var before = kept.snapshot();
    erasure.run(kept.tenant + "/" + purge);
    assertThat(kept.snapshot()).isEqualTo(before);
    tenants.delete(id); // for another time
    before = kept.snapshot();
    erasure.run(kept.tenant + "/" + purge);
    assertThat(kept.snapshot()).isEqualTo(before);
  }

  /** Lets the grace period be over. */
  private Instant comes(String tenant) {
    var id = TenantId.fromString(tenant);
    tx.run(
        id,
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "UPDATE tenant SET deleted_at = now() - interval '2 s', purge_at = now() - interval '1 s'"
                      + " WHERE id = ?")) {
            update.setObject(1, id.uuid());
            assertThat(update.executeUpdate()).isEqualTo(1);
          }
        });
    return tenants.find(id).orElseThrow().purgeAt().orElseThrow();
  }
}
