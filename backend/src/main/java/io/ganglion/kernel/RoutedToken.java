package io.ganglion.kernel;

import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * A token that says where it leads before its secret is looked at: a start that tells its kind, the
 * tenant's and the thing's identifiers without their prefixes (26 characters each), and 256 bits in
 * base64url (43 characters).
 */
@SuppressWarnings("ArrayRecordComponent") // whoever made it says how it is compared
public record RoutedToken<I extends Id>(TenantId tenant, I thing, byte[] bits) {
  private static final int ID = 26;
  private static final int BITS = 43;

  /**
   * Reads the written form.
   *
   * @param prefix of the thing's identifier
   * @param id reads that identifier
   * @return empty for what can't be one
   */
  public static <I extends Id> Optional<RoutedToken<I>> parse(
      String start, String prefix, Function<String, I> id, String text) {
    if (!text.startsWith(start) || text.length() != start.length() + 2 * ID + BITS) {
      return Optional.empty();
    }
    var rest = text.substring(start.length());
    try {
      return Optional.of(
          new RoutedToken<>(
              TenantId.fromString(TenantId.PREFIX + "_" + rest.substring(0, ID)),
              id.apply(prefix + "_" + rest.substring(ID, 2 * ID)),
              Base64.getUrlDecoder().decode(rest.substring(2 * ID))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The written form. */
  public String text(String start) {
    return start
        + bare(tenant)
        + bare(thing)
        + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  private static String bare(Id id) {
    var text = id.toString();
    return text.substring(text.length() - ID);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "RoutedToken[%s]".formatted(thing);
  }
}
