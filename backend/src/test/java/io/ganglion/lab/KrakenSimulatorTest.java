package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Patience;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class KrakenSimulatorTest {
  private static final String BUY = "pair=XBTUSD&type=buy&ordertype=market&volume=0.01";
  private static final String REST = "pair=XBTUSD&type=buy&ordertype=limit&volume=0.01&price=10000";

  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor kraken;
  private long nonce;

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    kraken = lab.visitor(tenant, Platform.KRAKEN);
  }

  @Test
  void a_market_order_is_filled_and_moves_the_balances() {
    var txid = ask("AddOrder", BUY + "&cl_ord_id=first").at("/result/txid/0").asText();
    assertThat(txid).startsWith("O");
    var order = ask("QueryOrders", "txid=" + txid).path("result").path(txid);
    assertThat(order.path("status").asText()).isEqualTo("closed");
    var cost = new BigDecimal(order.path("cost").asText());
    assertThat(balance("XXBT")).isEqualByComparingTo("1.01");
    assertThat(balance("ZUSD")).isEqualByComparingTo(new BigDecimal("100000").subtract(cost));
    assertThat(lab.happened(tenant)).containsExactly("order.closed");
    assertThat(lab.entries(tenant).getFirst().payload().path("cl_ord_id").asText())
        .isEqualTo("first");
  }

  @Test
  void a_client_order_id_is_unique_among_open_orders_only() {
    ask("AddOrder", BUY + "&cl_ord_id=same");
    ask("AddOrder", BUY + "&cl_ord_id=same");
    assertThat(lab.happened(tenant)).containsExactly("order.closed", "order.closed");
    assertThat(error(ask("AddOrder", REST + "&cl_ord_id=open"))).isEmpty();
    assertThat(error(ask("AddOrder", REST + "&cl_ord_id=open"))).contains("cl_ord_id");
  }

  @Test
  void an_open_order_is_found_among_the_open_and_cancelled_among_the_closed() {
    ask("AddOrder", REST + "&cl_ord_id=rest");
    assertThat(ask("OpenOrders", "cl_ord_id=rest").at("/result/open")).hasSize(1);
    assertThat(ask("OpenOrders", "cl_ord_id=other").at("/result/open")).isEmpty();
    assertThat(ask("CancelOrder", "cl_ord_id=rest").at("/result/count").asInt()).isEqualTo(1);
    assertThat(error(ask("CancelOrder", "cl_ord_id=rest"))).isEqualTo("EOrder:Unknown order");
    assertThat(ask("OpenOrders", "").at("/result/open")).isEmpty();
    assertThat(ask("ClosedOrders", "cl_ord_id=rest").at("/result/closed")).hasSize(1);
    assertThat(balance("ZUSD")).isEqualByComparingTo("100000");
    assertThat(lab.happened(tenant)).containsExactly("order.accepted", "order.canceled");
  }

  @Test
  void a_validated_order_changes_nothing() {
    var answer = ask("AddOrder", BUY + "&validate=true");
    assertThat(answer.at("/result/descr/order").asText()).contains("buy");
    assertThat(answer.path("result").has("txid")).isFalse();
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void what_is_too_small_too_dear_or_too_late_is_refused() {
    assertThat(error(ask("AddOrder", "pair=XBTUSD&type=buy&ordertype=market&volume=0.00001")))
        .isEqualTo("EOrder:Order minimum not met");
    assertThat(error(ask("AddOrder", "pair=XBTUSD&type=sell&ordertype=market&volume=5")))
        .isEqualTo("EOrder:Insufficient funds");
    assertThat(error(ask("AddOrder", "pair=NONE&type=sell&ordertype=market&volume=5")))
        .isEqualTo("EQuery:Unknown asset pair");
    assertThat(error(ask("AddOrder", BUY + "&deadline=2020-01-01T00:00:00Z")))
        .isEqualTo("EService:Deadline elapsed");
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void signatures_and_nonces_are_checked() {
    ask("Balance", "");
    nonce -= 2;
    assertThat(error(ask("Balance", ""))).isEqualTo("EAPI:Invalid nonce");
    assertThat(error(kraken.form("/0/private/Balance", "nonce=99", "API-Sign", "AAAA").body()))
        .isEqualTo("EAPI:Invalid signature");
    assertThat(
            error(
                kraken
                    .with("api_key", "nobody")
                    .form("/0/private/Balance", "nonce=99", "API-Sign", "AAAA")
                    .body()))
        .isEqualTo("EAPI:Invalid key");
  }

  @Test
  void a_guard_that_is_not_renewed_cancels_what_is_open() {
    ask("AddOrder", REST + "&cl_ord_id=guarded");
    assertThat(ask("CancelAllOrdersAfter", "timeout=1").at("/result/triggerTime").asText())
        .endsWith("Z");
    Patience.await("the guard cancels")
        .until(() -> ask("OpenOrders", "").at("/result/open"), JsonNode::isEmpty);
    assertThat(lab.happened(tenant))
        .containsExactly("order.accepted", "guard.set", "order.canceled");
  }

  @Test
  void the_market_is_public_and_the_key_knows_its_account() {
    var nobody = kraken.with("api_key", "");
    var ticker = nobody.get("/0/public/Ticker?pair=XBTUSD").body().at("/result/XXBTZUSD");
    assertThat(new BigDecimal(ticker.at("/c/0").asText()))
        .isBetween(new BigDecimal("60000"), new BigDecimal("70000"));
    assertThat(nobody.get("/0/public/Depth?pair=XBTUSD&count=3").body().at("/result/XXBTZUSD/asks"))
        .hasSize(3);
    assertThat(
            nobody
                .get("/0/public/AssetPairs?pair=XBTUSD")
                .body()
                .at("/result/XXBTZUSD/ordermin")
                .asText())
        .isEqualTo("0.0001");
    assertThat(ask("GetApiKeyInfo", "").at("/result/iban").asText())
        .endsWith(kraken.account().account());
  }

  private JsonNode ask(String method, String parameters) {
    nonce++;
    var path = "/0/private/" + method;
    var body = "nonce=" + nonce + (parameters.isEmpty() ? "" : "&" + parameters);
    return kraken.form(path, body, "API-Sign", sign(path, Long.toString(nonce), body)).body();
  }

  private String sign(String path, String number, String body) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest((number + body).getBytes(StandardCharsets.UTF_8));
      var mac = Mac.getInstance("HmacSHA512");
      var key = Base64.getDecoder().decode(kraken.credential("private_key"));
      mac.init(new SecretKeySpec(key, "HmacSHA512"));
      mac.update(path.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private BigDecimal balance(String asset) {
    return new BigDecimal(ask("Balance", "").path("result").path(asset).asText());
  }

  private static String error(JsonNode answer) {
    return answer.at("/error/0").asText("");
  }
}
