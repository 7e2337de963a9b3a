package io.ganglion.api.usage;

import static io.ganglion.testing.MeteredTenant.NOON;
import static io.ganglion.testing.MeteredTenant.minute;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Chain;
import io.ganglion.ledger.Row;
import io.ganglion.meter.HourSealing;
import io.ganglion.meter.Ledgers;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Callers.Owner;
import io.ganglion.testing.MeteredTenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("it")
class LedgerResourceTest {
  private static final String LEDGER = "/api/v1/ledger";

  @Inject HourSealing sealing;
  @Inject Ledgers ledgers;
  @Inject TenantTx tx;

  private Owner owner;
  private TenantId tenant;

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
    tenant = TenantId.fromString(owner.tenant());
  }

  /** Three lines, the last on another day. */
  private void threeLines() throws SQLException {
    var metered = new MeteredTenant(tenant);
    append(0);
    metered.hold(metered.run(), metered.system("x"), NOON, minute(20));
    sealing.seal(tenant, NOON, minute(61));
    append(1);
  }

  private void append(int days) {
    var at = NOON.plus(Duration.ofDays(days));
    tx.run(
        tenant,
        connection ->
            ledgers.append(connection, tenant, new Row.Capacity(at, 20, false, null), at));
  }

  private String export(String query) {
    return owner
        .request()
        .get(LEDGER + query)
        .then()
        .statusCode(200)
        .contentType("application/jsonl")
        .extract()
        .asString();
  }

  @Test
  void status_200_an_export_is_a_whole_chain_that_ends_at_the_root() throws Exception {
    threeLines();
    var chain = new Chain();
    for (var line : export("").lines().toList()) {
      chain.next(line);
    }
    assertThat(chain.size()).isEqualTo(3);
    assertThat(chain.tenant()).isEqualTo(owner.tenant());
    owner
        .request()
        .get(LEDGER + "/root")
        .then()
        .statusCode(200)
        .body("seq", equalTo(3))
        .body("root", equalTo(chain.root()))
        .body("data.day", contains("2020-03-10"))
        .body("data.seq", contains(2))
        .body("next_cursor", nullValue());
  }

  @Test
  void status_200_an_export_goes_on_behind_what_one_has() throws SQLException {
    threeLines();
    var all = export("").lines().toList();
    assertThat(export("?after_seq=2").lines()).containsExactly(all.getLast());
    assertThat(export("?after_seq=3")).isEmpty();
  }

  @Test
  void status_200_a_tenant_without_rows_has_an_empty_chain() {
    assertThat(export("")).isEmpty();
    owner
        .request()
        .get(LEDGER + "/root")
        .then()
        .statusCode(200)
        .body("seq", equalTo(0))
        .body("root", equalTo("0".repeat(64)))
        .body("data", empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?after_seq=-1", "?after_seq=x", "?seq=1", "/root?limit=0", "/root?cursor=x"})
  void status_400_what_is_no_place_in_it(String query) {
    owner
        .request()
        .get(LEDGER + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid_request"));
  }

  @Test
  void status_401_without_a_key() {
    given().get(LEDGER).then().statusCode(401);
    given().get(LEDGER + "/root").then().statusCode(401);
  }

  @Test
  void status_403_without_the_scope() {
    var narrow = Callers.keyWith(owner, "runs:read");
    Callers.as(narrow).get(LEDGER).then().statusCode(403);
    Callers.as(narrow).get(LEDGER + "/root").then().statusCode(403);
    Callers.as(Callers.keyWith(owner, "usage:read")).get(LEDGER).then().statusCode(200);
  }

  @Test
  @Tag("isolation")
  void another_tenant_s_ledger_is_not_seen() throws SQLException {
    threeLines();
    var other = Callers.owner();
    other.request().get(LEDGER).then().statusCode(200).body(equalTo(""));
    other.request().get(LEDGER + "/root").then().statusCode(200).body("seq", equalTo(0));
  }
}
