package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("isolation")
class TwoTenantsTest {
  @Inject LabBench lab;
  @Inject TenantTx tx;

  @Test
  void posts_journals_accounts_and_faults_of_one_are_nothing_to_the_other() {
    var ours = lab.tenant();
    var theirs = lab.tenant();
    var x = lab.visitor(ours, Platform.X);
    var other = lab.visitor(theirs, Platform.X);
    lab.faults().program(ours, LabBench.always(Platform.MODEL, FaultKind.SLOW));
    var id = x.post("/2/tweets", Json.object().put("text", "ours")).body().at("/data/id").asText();

    assertThat(other.get("/2/tweets/" + id).body().has("data")).isFalse();
    assertThat(other.delete("/2/tweets/" + id).status()).isEqualTo(404);
    assertThat(other.post("/2/tweets", Json.object().put("text", "ours")).status()).isEqualTo(201);
    assertThat(lab.happened(ours)).containsExactly("post.created");
    assertThat(lab.happened(theirs)).containsExactly("post.created");
    assertThat(lab.accounts().page(theirs, new Page.Request(10, Optional.empty())).data())
        .extracting(Accounts.Listed::account)
        .containsExactly(other.account().account());
    assertThat(lab.faults().list(theirs)).isEmpty();
  }

  @Test
  void each_has_a_chain_of_its_own() {
    var ours = lab.visitor(lab.tenant(), Platform.EVM);
    var theirs = lab.visitor(lab.tenant(), Platform.EVM);
    assertThat(balance(ours, ours.account().account())).isNotEqualTo("0x0");
    assertThat(balance(theirs, ours.account().account())).isEqualTo("0x0");
  }

  @Test
  void a_credential_whose_tenant_was_swapped_opens_nothing() {
    var ours = lab.visitor(lab.tenant(), Platform.X);
    var theirs = lab.visitor(lab.tenant(), Platform.X);
    var token = ours.credential("access_token");
    var swapped =
        token.replace(token.substring(4, 30), theirs.credential("access_token").substring(4, 30));
    assertThat(ours.with("access_token", swapped).get("/2/users/me").status()).isEqualTo(401);
  }

  @Test
  void a_fault_can_be_cleared_by_its_own_tenant_only() {
    var ours = lab.tenant();
    var fault = lab.faults().program(ours, LabBench.always(Platform.X, FaultKind.SLOW));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> lab.faults().clear(lab.tenant(), fault.id()))
        .isInstanceOf(io.ganglion.kernel.NotFound.class);
    assertThat(lab.faults().list(ours)).hasSize(1);
  }

  @Test
  void nobody_changes_or_deletes_what_the_journal_says() {
    var tenant = lab.tenant();
    lab.visitor(tenant, Platform.X).post("/2/tweets", Json.object().put("text", "kept"));
    for (var sql : new String[] {"DELETE FROM lab_entry", "UPDATE lab_entry SET kind = 'x'"}) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> tx.run(tenant, connection -> connection.createStatement().execute(sql)))
          .hasRootCauseMessage("ERROR: permission denied for table lab_entry");
    }
  }

  @Test
  void the_journal_is_read_page_by_page_without_gap_or_repeat() {
    var tenant = lab.tenant();
    var x = lab.visitor(tenant, Platform.X);
    for (int i = 0; i < 5; i++) {
      x.post("/2/tweets", Json.object().put("text", "post " + i));
    }
    var first =
        lab.journal().page(tenant, Journal.Filter.ALL, new Page.Request(3, Optional.empty()));
    var second = lab.journal().page(tenant, Journal.Filter.ALL, new Page.Request(3, first.next()));
    assertThat(first.data()).hasSize(3);
    assertThat(second.data()).hasSize(2);
    assertThat(second.next()).isEmpty();
    assertThat(second.data().getFirst().seq()).isGreaterThan(first.data().getLast().seq());
  }

  private static String balance(Visitor node, String address) {
    var request = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", "eth_getBalance");
    request.putArray("params").add(address).add("latest");
    return node.post("", request).body().path("result").asText();
  }
}
