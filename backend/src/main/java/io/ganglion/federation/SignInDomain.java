package io.ganglion.federation;

import java.net.IDN;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail domain that a tenant says is its own.
 *
 * @param name in ASCII and lower case
 * @param token what the TXT record must hold
 * @param verifiedAt when the record was seen; empty: not yet
 */
public record SignInDomain(
    String name, String token, Instant createdAt, Optional<Instant> verifiedAt) {
  private static final int LONGEST = 253;
  private static final String RECORD_PREFIX = "_ganglion.";
  private static final String VALUE_PREFIX = "ganglion-domain-verification=";
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

  /** At least two labels, the last no number: RFC 1123, and no IP address. */
  private static final Pattern NAME =
      Pattern.compile("(%s\\.)+(?![0-9]+$)%s".formatted(LABEL, LABEL));

  /**
   * A domain as people write it, in the form it is kept in; empty if it is none.
   *
   * @param text may have letters beyond ASCII (RFC 5890)
   */
  static Optional<String> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var ascii = IDN.toASCII(text.strip(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return Optional.of(ascii)
          .filter(name -> name.length() <= LONGEST && NAME.matcher(name).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Where the proof is looked for. */
  public String record() {
    return RECORD_PREFIX + name;
  }

  /** What the proof is. */
  public String value() {
    return VALUE_PREFIX + token;
  }
}
