package io.ganglion.api.webhook;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
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
    @Size(min = 1, max = 200, message = "send 1 to 200 characters")
        @Schema(
            description =
                "Of its CloudEvents; of a platform's, what their types begin with, by default"
                    + " com.telegram.update, com.slack, com.discord, com.x or com.stripe",
            examples = "com.github")
        @Nullable String type,
    @NotNull(message = SourceBody.KINDS)
        @Pattern(
            regexp = "token|standard|hmac|telegram|slack|discord|x|stripe",
            message = SourceBody.KINDS)
        @Schema(
            description =
                "What proves that a request is its sender's, beside the token in the address:"
                    + " token: nothing; standard: Standard Webhooks v1; hmac: an HMAC-SHA256 in a"
                    + " header; stripe: the same with its time beside it; telegram, slack, discord"
                    + " and x: as the platform does, whose requests are read and answered as it"
                    + " wants, too",
            examples = "standard")
        String verification,
    @Size(max = 256, message = "send at most 256 characters")
        @Schema(
            description =
                "What its requests are checked with: what its sender signs with, Telegram's"
                    + " secret_token, the public key of Discord's application; kept sealed and"
                    + " never shown",
            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        @Nullable String secret,
    @Valid
        @Schema(description = "For hmac; of stripe header and encoding, where they aren't Stripe's")
        @Nullable HmacBody hmac,
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
  static final String KINDS = "send token, standard, hmac, telegram, slack, discord, x or stripe";

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
          written(),
          prefix == null ? "" : prefix,
          what,
          Optional.ofNullable(timestampHeader));
    }

    Verification stripe() {
      if (prefix != null || signs != null || timestampHeader != null) {
        throw new InvalidRequest("/hmac", "send header and encoding alone; the rest is Stripe's");
      }
      return new Verification.Stripe(header, written());
    }

    private Verification.Encoding written() {
      return Verification.Encoding.valueOf(
          (encoding == null ? "hex" : encoding).toUpperCase(Locale.ROOT));
    }
  }

  Source.Wanted wanted() {
    var how = how();
    if (how.usualType().isPresent() && (idHeader != null || typeHeader != null)) {
      throw new InvalidRequest(
          idHeader != null ? "/id_header" : "/type_header",
          "leave it out: the platform's requests name their events");
    }
    return new Source.Wanted(
        name,
        Optional.ofNullable(type)
            .filter(text -> !text.isBlank())
            .or(how::usualType)
            .orElseThrow(() -> new InvalidRequest("/type", "name the type of its events")),
        how,
        new Source.Headers(Optional.ofNullable(idHeader), Optional.ofNullable(typeHeader)));
  }

  private Verification how() {
    var settings = hmac;
    if (settings != null && !verification.equals("hmac") && !verification.equals("stripe")) {
      throw new InvalidRequest("/hmac", "leave it out, or send \"verification\": \"hmac\"");
    }
    return switch (verification) {
      case "hmac" -> {
        if (settings == null) {
          throw new InvalidRequest("/hmac", "say which header has the signature");
        }
        yield settings.verification();
      }
      case "stripe" -> settings == null ? Verification.Stripe.USUAL : settings.stripe();
      default -> Verification.of(verification, Json.object());
    };
  }
}
