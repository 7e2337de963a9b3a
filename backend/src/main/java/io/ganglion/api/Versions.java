package io.ganglion.api;

import io.ganglion.kernel.InvalidRequest;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of things as entity tags: {@code "7"}. */
public final class Versions {
  private static final Pattern TAG = Pattern.compile("\"?([0-9]{1,18})\"?");

  private Versions() {}

  public static String tag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * What an If-Match header asks for.
   *
   * @return empty when there is no header, or it takes any version ({@code *})
   */
  public static OptionalLong expected(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return OptionalLong.empty();
    }
    var match = TAG.matcher(ifMatch.strip());
    if (!match.matches()) {
      throw new InvalidRequest("/If-Match", "send the ETag of what you have read, e.g. \"7\"");
    }
    return OptionalLong.of(Long.parseLong(match.group(1)));
  }
}
