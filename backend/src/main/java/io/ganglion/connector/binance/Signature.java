package io.ganglion.connector.binance;

import io.ganglion.connector.Query;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs parameters as Binance asks: HMAC-SHA256 over exactly the text that is sent. */
final class Signature {
  /** Binance refuses a request that reaches it later than this, in milliseconds. */
  private static final int RECEIVE_WINDOW_MS = 5_000;

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  static Query sign(Query parameters, String secret, Instant now) {
    var timed =
        parameters
            .and("recvWindow", Integer.toString(RECEIVE_WINDOW_MS))
            .and("timestamp", Long.toString(now.toEpochMilli()));
    return timed.and("signature", hmac(timed.text(), secret));
  }

  static String hmac(String text, String secret) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
    }
  }
}
