package io.ganglion.connector.binance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** By what another client signs: npm package {@code ccxt} 4.5.82, {@code binance.sign}, offline. */
@Tag("connectors")
class SignatureTest {
  private static final String SECRET = "a-secret-of-a-test";
  private static final String SENT =
      "timestamp=1795000000123&symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=0.01&price=90000.5"
          + "&newClientOrderId=gan%2F1%20%2B%C3%A9&recvWindow=10000";
  private static final String SIGNATURE =
      "85054a422a3414f2ac66d6d8cc2c8e4cb2af0c92f5761afa2bb01b31bd0f1024";

  @Test
  void what_is_sent_is_signed_as_another_client_signs_it() {
    assertThat(Signature.hmac(SENT, SECRET)).isEqualTo(SIGNATURE);
  }
}
