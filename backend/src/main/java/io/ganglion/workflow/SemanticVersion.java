package io.ganglion.workflow;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/**
 * The order of versions: 1.0.0-rc.1 comes before 1.0.0; build metadata decides nothing.
 *
 * @see <a href="https://semver.org/#spec-item-11">Semantic Versioning 2.0.0, item 11</a>
 */
record SemanticVersion(List<String> release, List<String> preRelease)
    implements Comparable<SemanticVersion> {
  private static final Comparator<String> IDENTIFIERS =
      Comparator.comparing((String text) -> !numeric(text)) // numbers come first
          .thenComparing(text -> numeric(text) ? new BigInteger(text) : BigInteger.ZERO)
          .thenComparing(Comparator.naturalOrder());

  /**
   * @param text a semantic version
   */
  static SemanticVersion of(String text) {
    var version = before(text, '+');
    var release = before(version, '-');
    var rest = version.substring(release.length());
    return new SemanticVersion(
        List.of(release.split("\\.")),
        rest.isEmpty() ? List.of() : List.of(rest.substring(1).split("\\.")));
  }

  @Override
  public int compareTo(SemanticVersion other) {
    int releases = compare(release, other.release);
    if (releases != 0 || preRelease.isEmpty() || other.preRelease.isEmpty()) {
      return releases != 0
          ? releases
          : Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
    }
    return compare(preRelease, other.preRelease);
  }

  /** The longer list wins where the shorter one is its beginning. */
  private static int compare(List<String> left, List<String> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = IDENTIFIERS.compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static boolean numeric(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
