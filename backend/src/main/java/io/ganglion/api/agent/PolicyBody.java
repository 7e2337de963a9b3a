package io.ganglion.api.agent;

import io.ganglion.agent.Policy;
import io.ganglion.identity.Approvers;
import io.ganglion.kernel.InvalidRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an agent may do by itself. What is left out of a change stays; null is the default.
 *
 * @param irreversible what happens to acts that can't be undone: {@code allow}, {@code approve}
 *     (the default: each needs an approval) or {@code deny}
 * @param actions globs of functions, e.g. {@code x.*}; null for all
 * @param approvers who alone may approve; null or empty for whoever may decide approvals
 */
@Schema(name = "Policy")
public record PolicyBody(
    @Schema(
            description = "What happens to acts that can't be undone: approve asks for each",
            enumeration = {"allow", "approve", "deny"})
        @Nullable String irreversible,
    @Nullable List<String> actions,
    @Schema(
            description =
                "Who alone may approve acts that can't be undone: roles, e-mail addresses,"
                    + " identifiers of people and API keys; empty: whoever may decide approvals",
            examples = "[\"approver\", \"ada@example.org\"]")
        @Nullable List<String> approvers) {

  /**
   * What it makes of a policy.
   *
   * @param sent whether the member of a name was sent: null says something, nothing says nothing
   */
  Policy changed(Policy now, Predicate<String> sent) {
    return new Policy(
        sent.test("irreversible") ? irreversibly() : now.irreversible(),
        sent.test("actions") ? Optional.ofNullable(actions) : now.actions(),
        sent.test("approvers") ? named() : now.approvers());
  }

  private Policy.Irreversible irreversibly() {
    return switch (irreversible == null ? "approve" : irreversible) {
      case "allow" -> Policy.Irreversible.ALLOW;
      case "approve" -> Policy.Irreversible.APPROVE;
      case "deny" -> Policy.Irreversible.DENY;
      default ->
          throw new InvalidRequest("/policy/irreversible", "send 'allow', 'approve' or 'deny'");
    };
  }

  private Approvers named() {
    try {
      return approvers == null ? Approvers.ANYBODY : new Approvers(approvers);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest("/policy/approvers", String.valueOf(e.getMessage()));
    }
  }

  static PolicyBody of(Policy policy) {
    return new PolicyBody(
        policy.irreversible().name().toLowerCase(Locale.ROOT),
        policy.actions().orElse(null),
        policy.approvers().names());
  }
}
