package io.ganglion.agent;

import io.ganglion.identity.Approvers;
import io.ganglion.kernel.InvalidRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an agent may do.
 *
 * @param actions patterns of functions it may call, where {@code *} stands for any characters, e.g.
 *     {@code x.*}; empty: any function; an empty list: none
 * @param approvers who alone may decide where an act that can't be undone needs an approval
 */
public record Policy(
    Irreversible irreversible, Optional<List<String>> actions, Approvers approvers) {
  public static final int MAX_ACTIONS = 200;

  /** What a new agent gets: any action, approval for what can't be undone. */
  public static final Policy DEFAULT = new Policy(Irreversible.APPROVE, Optional.empty());

  private static final Pattern ACTION = Pattern.compile("[a-zA-Z0-9_.*-]{1,100}");

  /** Whoever may decide approvals decides. */
  public Policy(Irreversible irreversible, Optional<List<String>> actions) {
    this(irreversible, actions, Approvers.ANYBODY);
  }

  public Policy {
    actions = actions.map(List::copyOf);
    actions.ifPresent(Policy::check);
  }

  /** What happens to an act that can't be undone. */
  public enum Irreversible {
    ALLOW,
    /** It needs an approval. */
    APPROVE,
    /** It is refused. */
    DENY
  }

  /**
   * Whether a function may be called.
   *
   * @param function as a workflow writes it, e.g. {@code x.createPost}
   */
  public boolean allows(String function) {
    return actions
        .map(patterns -> patterns.stream().anyMatch(pattern -> Glob.matches(pattern, function)))
        .orElse(true);
  }

  private static void check(List<String> actions) {
    if (actions.size() > MAX_ACTIONS) {
      throw new InvalidRequest("/policy/actions", "send at most " + MAX_ACTIONS);
    }
    for (int i = 0; i < actions.size(); i++) {
      if (!ACTION.matcher(actions.get(i)).matches()) {
        throw new InvalidRequest(
            "/policy/actions/" + i, "send connector.action, where * stands for any characters");
      }
    }
  }
}
