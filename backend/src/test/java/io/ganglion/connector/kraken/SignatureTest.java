package io.ganglion.connector.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** By what another client signs: npm package {@code ccxt} 4.5.82, {@code kraken.sign}, offline. */
@Tag("connectors")
class SignatureTest {
  private static final String KEY = "YSBwcml2YXRlIGtleSBvZiBhIHRlc3QsIGxvbmcgZW5vdWdo";
  private static final String NONCE = "1795000000123";
  private static final String SENT =
      "nonce=1795000000123&pair=XBTUSD&type=buy&ordertype=limit&price=90000.5&volume=0.01"
          + "&cl_ord_id=a%20b%2Bc";
  private static final String SIGNATURE =
      "AyT1/DM9QWmYvKmaYR7HvkvO/yMrOX5HUFhtZKMucgYTqz079lJwMso5W1+5xeQYASDf5nCBevDylRo83XtYeA==";

  @Test
  void what_is_sent_is_signed_as_another_client_signs_it() {
    assertThat(Signature.of(KEY, "/0/private/AddOrder", NONCE, SENT)).isEqualTo(SIGNATURE);
  }
}
