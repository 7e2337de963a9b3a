package io.ganglion.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.testing.KmsServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class AwsKeyTest {
  private static final byte[] KEY = "a data key".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PLACE = "ten_1|1".getBytes(StandardCharsets.UTF_8);

  private final KmsServer kms = new KmsServer();
  private final Master master =
      AwsKey.open(KmsServer.ARN, Optional.of(kms.url()), Duration.ofSeconds(2));

  @BeforeAll
  static void anAccount() {
    System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
    System.setProperty("aws.secretAccessKey", "of the tests");
  }

  @AfterAll
  static void noAccount() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @AfterEach
  void close() {
    kms.close();
  }

  @Test
  void the_service_encrypts_and_decrypts_and_is_told_the_place() throws Exception {
    var wrapped = master.aead().encrypt(KEY, PLACE);

    assertThat(new String(wrapped, StandardCharsets.ISO_8859_1)).doesNotContain("data key");
    assertThat(master.aead().decrypt(wrapped, PLACE)).isEqualTo(KEY);
    var context = "{associatedData=%s}".formatted(HexFormat.of().formatHex(PLACE));
    assertThat(kms.journal())
        .containsExactly(
            new KmsServer.Act("Encrypt", context), new KmsServer.Act("Decrypt", context));
  }

  @Test
  void what_was_moved_does_not_open() throws Exception {
    var wrapped = master.aead().encrypt(KEY, PLACE);

    assertThatThrownBy(
            () -> master.aead().decrypt(wrapped, "ten_2|1".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccessDeniedException",
        "DisabledException",
        "KMSInternalException",
        "ThrottlingException"
      })
  void a_refusal_is_no_proof_against_the_key(String code) throws Exception {
    var wrapped = master.aead().encrypt(KEY, PLACE);
    kms.refuse(code);

    assertThatThrownBy(() -> master.aead().decrypt(wrapped, PLACE))
        .isInstanceOf(VaultUnavailable.class);
    kms.refuse("");
    assertThat(master.aead().decrypt(wrapped, PLACE)).isEqualTo(KEY);
  }

  @Test
  void a_service_that_is_gone_is_told_as_such() {
    kms.close();

    assertThatThrownBy(() -> master.aead().encrypt(KEY, PLACE))
        .isInstanceOf(VaultUnavailable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1234abcd-12ab-34cd-56ef-1234567890ab", "arn:aws:s3:::bucket", "http://x/"})
  void only_the_arn_of_a_key_will_do(String arn) {
    assertThatThrownBy(() -> AwsKey.open(arn, Optional.empty(), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalStateException.class);
  }
}
