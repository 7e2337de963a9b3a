package io.ganglion.crypto;

import com.google.crypto.tink.Aead;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/**
 * A master key that AWS KMS keeps: it encrypts and decrypts for us and never shows it. Credentials
 * are found as the AWS SDK does: environment, pod or instance role.
 *
 * <p>The associated data is the encryption context {@code associatedData}, in hexadecimal, as
 * Tink's own binding to AWS KMS has it.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html">Encrypt</a>
 */
final class AwsKey implements Aead {
  private static final Logger LOG = Logger.getLogger(AwsKey.class);
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:kms:([a-z0-9-]+):[0-9]{12}:(key|alias)/[a-zA-Z0-9:/_-]+");

  private final KmsClient kms;
  private final String arn;

  private AwsKey(KmsClient kms, String arn) {
    this.kms = kms;
    this.arn = arn;
  }

  /**
   * Asks nobody yet.
   *
   * @param endpoint instead of the region's own
   * @param timeout of one call; the SDK makes up to three
   * @throws IllegalStateException if it is not the ARN of a key
   */
  static Master open(String arn, Optional<URI> endpoint, Duration timeout) {
    var parts = ARN.matcher(arn);
    if (!parts.matches()) {
      throw new IllegalStateException(
          "ganglion.vault.aws-key: '%s' is not the ARN of a key of AWS KMS".formatted(arn));
    }
    var kms =
        KmsClient.builder()
            .region(Region.of(parts.group(1)))
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(timeout)
                    .socketTimeout(timeout)
                    .build());
    endpoint.ifPresent(kms::endpointOverride);
    return new Master(arn, new AwsKey(kms.build(), arn));
  }

  @Override
  public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
    try {
      return kms.encrypt(
              ask ->
                  ask.keyId(arn)
                      .plaintext(SdkBytes.fromByteArray(plaintext))
                      .encryptionContext(context(associatedData)))
          .ciphertextBlob()
          .asByteArray();
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  @Override
  public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
    try {
      return kms.decrypt(
              ask ->
                  ask.keyId(arn)
                      .ciphertextBlob(SdkBytes.fromByteArray(ciphertext))
                      .encryptionContext(context(associatedData)))
          .plaintext()
          .asByteArray();
    } catch (InvalidCiphertextException | IncorrectKeyException e) {
      throw new GeneralSecurityException("the master key does not open it", e);
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  private static Map<String, String> context(byte[] associatedData) {
    return Map.of("associatedData", HexFormat.of().formatHex(associatedData));
  }

  private static VaultUnavailable unavailable(SdkException e) {
    var what =
        e instanceof AwsServiceException answered && answered.awsErrorDetails() != null
            ? answered.awsErrorDetails().errorCode()
            : e.getClass().getSimpleName();
    LOG.warnf("AWS KMS can't be used: %s", what); // the code alone: messages name accounts
    return new VaultUnavailable();
  }
}
