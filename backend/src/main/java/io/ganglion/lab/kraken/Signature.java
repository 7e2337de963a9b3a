package io.ganglion.lab.kraken;

import io.ganglion.lab.Call;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Scene;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks who sent a request, and that none was overtaken. */
final class Signature {
  private static final String HMAC = "HmacSHA512";

  private Signature() {}

  /** A refusal; empty if the request is genuine and its nonce the greatest so far. */
  static Optional<Reply> check(Scene scene, Call call) {
    var nonce = call.parameters().getOrDefault("nonce", "");
    var expected = sign(scene.state().path("private_key").asText(), call, nonce);
    var signed = call.header("API-Sign").orElse("");
    if (!MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), signed.getBytes(StandardCharsets.UTF_8))) {
      return Optional.of(KrakenErrors.error("EAPI:Invalid signature"));
    }
    if (!nonce.matches("[0-9]{1,18}")
        || Long.parseLong(nonce) <= scene.state().path("nonce").asLong()) {
      return Optional.of(KrakenErrors.error("EAPI:Invalid nonce"));
    }
    scene.state().put("nonce", Long.parseLong(nonce));
    return Optional.empty();
  }

  private static String sign(String privateKey, Call call, String nonce) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest((nonce + call.text()).getBytes(StandardCharsets.UTF_8));
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(privateKey), HMAC));
      mac.update(call.path().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA512 is part of every Java platform", e);
    }
  }
}
