package io.ganglion.approval.link;

import io.ganglion.approval.ApprovalState;
import io.ganglion.kernel.Problem;
import java.time.Instant;
import java.util.Locale;

/** Why a link opens nothing. */
public final class LinkProblem extends Problem {
  private static final long serialVersionUID = 1;

  private LinkProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static LinkProblem expired(Instant at) {
    return new LinkProblem(
        410,
        "link_expired",
        "The link has expired",
        "It opened until %s. Sign in to see what waits for you, or ask for another link."
            .formatted(at));
  }

  static LinkProblem used(ApprovalState verdict) {
    return new LinkProblem(
        410,
        "link_used",
        "The link was used",
        "It decided once, and what was asked is %s. Sign in to see what came of it."
            .formatted(verdict.name().toLowerCase(Locale.ROOT)));
  }

  static LinkProblem revoked() {
    return new LinkProblem(
        410,
        "link_revoked",
        "The link decides nothing any more",
        "In whose name it was to decide may no longer, or the tenant lets no links go out this way."
            + " Sign in to see what waits for you.");
  }

  static LinkProblem full(int most) {
    return new LinkProblem(
        409,
        "links_full",
        "The approval has too many links",
        "An approval has at most %d. Use one of those there are.".formatted(most));
  }
}
