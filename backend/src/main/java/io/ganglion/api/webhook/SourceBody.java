package io.ganglion.api.webhook;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.webhook.source.Source;
import io.ganglion.webhook.source.Verification;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source to make. */
@Schema(name = "SourceBody")
public record SourceBody(
    @NotBlank(message = "give it a name")
        @Size(max = 100, message = "send at most 100 characters")
        @Schema(examples = "GitHub")
        String name,
    @NotBlank(message = "name the type of its events")
        @Size(max = 200, message = "send at most 200 characters")
        @Schema(description = "Of its CloudEvents", examples = "com.github")
        String type,
    @NotNull(message = "send token, standard or hmac")
        @Pattern(regexp = "token|standard|hmac", message = "send token, standard or hmac")
        @Schema(
            description =
                "What proves that a request is its sender's, beside the token in the address:"
                    + " token: nothing; standard: Standard Webhooks v1; hmac: an HMAC-SHA256 in a"
                    + " header",
            examples = "standard")
        String verification,
    @Size(max = 256, message = "send at most 256 characters")
        @Schema(
            description = "What its sender signs with; kept sealed and never shown",
            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        @Nullable String secret,
    @Valid @Schema(description = "For hmac alone") @Nullable HmacBody hmac,
    @Pattern(regexp = SourceBody.HEADER, message = "send the name of a header")
        @Schema(
            description =
                "The header that names an event; without it Standard Webhooks' id, or a hash of"
                    + " what was sent, does",
            examples = "X-GitHub-Delivery")
        @Nullable String idHeader,
    @Pattern(regexp = SourceBody.HEADER, message = "send the name of a header")
        @Schema(
            description = "The header whose value is put behind the type, with a dot between",
            examples = "X-GitHub-Event")
        @Nullable String typeHeader) {
  static final String HEADER = "[A-Za-z0-9-]{1,64}";

  /** How a request is signed. */
  @Schema(name = "SourceHmac")
  public record HmacBody(
      @NotNull(message = "name the header that has the signature")
          @Pattern(regexp = SourceBody.HEADER, message = "send the name of a header")
          @Schema(examples = "X-Hub-Signature-256")
          String header,
      @Pattern(regexp = "hex|base64", message = "send hex or base64")
          @Schema(defaultValue = "hex", examples = "hex")
          @Nullable String encoding,
      @Size(max = 32, message = "send at most 32 characters")
          @Schema(description = "What stands before it", examples = "sha256=")
          @Nullable String prefix,
      @Pattern(
              regexp = "body|timestamp_dot_body|v0_timestamp_body",
              message = "send body, timestamp_dot_body or v0_timestamp_body")
          @Schema(
              description =
                  "What is signed: the body; the timestamp, a dot and the body; or v0:, the"
                      + " timestamp, a colon and the body",
              defaultValue = "body",
              examples = "body")
          @Nullable String signs,
      @Pattern(regexp = SourceBody.HEADER, message = "send the name of a header")
          @Schema(
              description =
                  "The header that says when it was signed, in seconds since 1970; more than five"
                      + " minutes off is refused")
          @Nullable String timestampHeader) {
    Verification verification() {
      var what =
          Verification.Signs.valueOf((signs == null ? "body" : signs).toUpperCase(Locale.ROOT));
      if ((what == Verification.Signs.BODY) != (timestampHeader == null)) {
        throw new InvalidRequest(
            "/hmac/timestamp_header", "send it where the timestamp is signed, and only there");
      }
      return new Verification.Hmac(
          header,
          Verification.Encoding.valueOf(
              (encoding == null ? "hex" : encoding).toUpperCase(Locale.ROOT)),
          prefix == null ? "" : prefix,
          what,
          Optional.ofNullable(timestampHeader));
    }
  }

  Source.Wanted wanted() {
    return new Source.Wanted(
        name,
        type,
        how(),
        new Source.Headers(Optional.ofNullable(idHeader), Optional.ofNullable(typeHeader)));
  }

  private Verification how() {
    var settings = hmac;
    if (verification.equals("hmac")) {
      if (settings == null) {
        throw new InvalidRequest("/hmac", "say which header has the signature");
      }
      return settings.verification();
    }
    if (settings != null) {
      throw new InvalidRequest("/hmac", "leave it out, or send \"verification\": \"hmac\"");
    }
    return verification.equals("standard") ? new Verification.Standard() : new Verification.Token();
  }
}
