package io.ganglion.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.ganglion.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signatures as the official library checks them, and as the specification says. */
@Tag("unit")
class SigningKeyTest {
  private static final String ID = "msg_01h2xcejqtf2nbrexx3vqjhp41";
  private static final String BODY = "{\"type\":\"run.succeeded\",\"data\":{\"größe\":1}}";

  private static Map<String, List<String>> headers(Instant at, String signatures) {
    return Map.of(
        "webhook-id", List.of(ID),
        "webhook-timestamp", List.of(String.valueOf(at.getEpochSecond())),
        "webhook-signature", List.of(signatures));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void the_official_library_takes_what_a_shared_secret_signs_and_nothing_else() throws Exception {
    var key = SigningKey.fresh(SigningKey.Kind.HMAC);
    assertThat(key.text()).startsWith("whsec_");
    var at = Instant.now();
    var verifier = new Webhook(key.text());
    verifier.verify(BODY, headers(at, key.sign(ID, at, bytes(BODY))));
    var other = SigningKey.fresh(SigningKey.Kind.HMAC).sign(ID, at, bytes(BODY));
    for (var wrong : List.of(other, "v1,", "", key.sign(ID, at, bytes(BODY + " ")))) {
      assertThatThrownBy(() -> verifier.verify(BODY, headers(at, wrong)))
          .isInstanceOf(WebhookVerificationException.class);
    }
    var old = at.minusSeconds(3600);
    assertThatThrownBy(() -> verifier.verify(BODY, headers(old, key.sign(ID, old, bytes(BODY)))))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void two_keys_sign_side_by_side_and_either_verifier_finds_its_own() throws Exception {
    var one = SigningKey.fresh(SigningKey.Kind.HMAC);
    var two = SigningKey.fresh(SigningKey.Kind.HMAC);
    var at = Instant.now();
    var both = one.sign(ID, at, bytes(BODY)) + " " + two.sign(ID, at, bytes(BODY));
    new Webhook(one.text()).verify(BODY, headers(at, both));
    new Webhook(two.text()).verify(BODY, headers(at, both));
  }

  @Test
  void what_the_official_library_signs_is_taken() throws Exception {
    var key = SigningKey.fresh(SigningKey.Kind.HMAC);
    long now = Instant.now().getEpochSecond();
    var signed = new Webhook(key.text()).sign(ID, now, BODY);
    var at = String.valueOf(now);
    assertThat(key.verifies(ID, at, bytes(BODY), "v1,AAAA " + signed)).isTrue();
    assertThat(key.verifies("msg_other", at, bytes(BODY), signed)).isFalse();
    assertThat(key.verifies(ID, String.valueOf(now + 1), bytes(BODY), signed)).isFalse();
  }

  @Test
  void an_ed25519_signature_is_checked_by_the_public_key_with_the_jdk_s_own_verifier()
      throws Exception {
    var key = SigningKey.fresh(SigningKey.Kind.ED25519);
    var at = Instant.ofEpochSecond(1_700_000_000);
    var sent = key.sign(ID, at, bytes(BODY));
    assertThat(sent).startsWith("v1a,");
    var signature = Base64.getDecoder().decode(sent.substring("v1a,".length()));
    var publicKey = Objects.requireNonNull(key.publicKey());
    assertThat(publicKey).startsWith("whpk_");
    assertThat(verified(publicKey, bytes(ID + ".1700000000." + BODY), signature)).isTrue();
    assertThat(verified(publicKey, bytes(ID + ".1700000001." + BODY), signature)).isFalse();
  }

  private static boolean verified(String publicKey, byte[] content, byte[] signature)
      throws Exception {
    var raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
    assertThat(raw).hasSize(32);
    var header = HexFormat.of().parseHex("302a300506032b6570032100"); // RFC 8410
    var encoded = new byte[header.length + raw.length];
    System.arraycopy(header, 0, encoded, 0, header.length);
    System.arraycopy(raw, 0, encoded, header.length, raw.length);
    var verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    verifier.update(content);
    return verifier.verify(signature);
  }

  @Test
  void the_vectors_that_the_npm_library_checks_are_what_we_sign() throws Exception {
    var vectors =
        Json.read(
            Files.readString(Path.of("src", "test", "resources", "webhooks", "vectors.json")));
    assertThat(vectors).hasSize(2);
    for (var vector : vectors) {
      var kind = SigningKey.Kind.of(vector.path("kind").asText());
      var secret = vector.path("secret").asText().replaceFirst("^wh[a-z]+_", "");
      var key = new SigningKey(kind, Base64.getDecoder().decode(secret), null);
      assertThat(
              key.sign(
                  vector.path("id").asText(),
                  Instant.ofEpochSecond(vector.path("timestamp").asLong()),
                  bytes(vector.path("body").asText())))
          .isEqualTo(vector.path("signature").asText());
    }
  }

  @Test
  void a_secret_is_never_shown_by_accident() {
    var key = SigningKey.fresh(SigningKey.Kind.HMAC);
    assertThat(key.toString()).doesNotContain(key.text().substring(6));
    assertThat(SigningKey.shared("whsec_" + "A".repeat(20))).isEmpty();
    assertThat(SigningKey.shared("whsec_not base64")).isEmpty();
    assertThat(SigningKey.shared(key.text()).orElseThrow().text()).isEqualTo(key.text());
  }
}
