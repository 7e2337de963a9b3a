package io.ganglion.api;

import io.ganglion.kernel.InvalidRequest;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of things as entity tags: {@code "7"}. */
public final class Versions {
  private static final Pattern TAG = Pattern.compile("\"?([0-9]{1,18})\"?");

  /** An entity tag (RFC 9110, 8.8.3) that is none of ours, or weak: no If-Match is true of it. */
  private static final Pattern OTHER = Pattern.compile("(W/)?\"[^\",]*\"");

  /** The version of nothing. */
  private static final long NONE = -1;

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
    if (OTHER.matcher(ifMatch.strip()).matches() && !match.matches()) {
      return OptionalLong.of(NONE);
    }
    if (!match.matches()) {
      throw new InvalidRequest("/If-Match", "send the ETag of what you have read, e.g. \"7\"");
    }
    return OptionalLong.of(Long.parseLong(match.group(1)));
  }
}
