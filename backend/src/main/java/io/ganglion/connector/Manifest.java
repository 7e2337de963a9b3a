package io.ganglion.connector;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a connector declares of itself; read from its {@code manifest.yaml} and shown in the
 * catalogue.
 *
 * @param name the word before the dot in {@code call: x.createPost}
 * @param credentials JSON Schema of the credentials; secret members carry {@code writeOnly: true}
 * @param environments base URL by environment name; {@code lab} is not listed, it comes from the
 *     configuration
 * @param holdMode of its systems, for actions that are not pure
 * @param oauth how a person lets us in; empty where credentials are typed in alone
 * @param budgets by name: how often the platform lets itself be called
 * @param actions by name, e.g. {@code createPost}
 * @param polls by name: what the platform can be asked again and again, where it doesn't tell
 */
public record Manifest(
    String name,
    String version,
    String title,
    JsonNode credentials,
    Map<String, URI> environments,
    HoldMode holdMode,
    Optional<OAuth> oauth,
    Map<String, Budget> budgets,
    Map<String, Action> actions,
    Map<String, Poll> polls) {
  public Manifest {
    polls = Map.copyOf(polls);
    environments = Map.copyOf(environments);
    budgets = Map.copyOf(budgets);
    actions = Map.copyOf(actions);
  }

  /** Members of the credentials that are no secrets: those declared without {@code writeOnly}. */
  public Set<String> plainCredentials() {
    return credentials.path("properties").properties().stream()
        .filter(member -> !member.getValue().path("writeOnly").asBoolean(false))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * One act a platform offers.
   *
   * @param input JSON Schema of the arguments, {@code connection} left out
   * @param output JSON Schema of what a landed act answers
   * @param prepares whether the platform (or a preflight) is asked before dispatch
   * @param lookUp limits of the look-up; empty where the fate can't be looked up
   * @param undo the action that takes it back, if it is reversible or compensable
   * @param timeout of one attempt, from the first byte sent
   * @param attempts how often the engine itself may send, at least 1
   * @param takes what a dispatch takes of the manifest's budgets, by their names
   * @param observes what its answer tells of the system, by the facet's name
   */
  public record Action(
      String name,
      String title,
      JsonNode input,
      JsonNode output,
      RetryClass retryClass,
      UndoClass undoClass,
      boolean prepares,
      Optional<LookUpLimits> lookUp,
      Optional<String> undo,
      Duration timeout,
      int attempts,
      Map<String, Integer> takes,
      Map<String, Observation> observes) {
    public Action {
      takes = Map.copyOf(takes);
      observes = Map.copyOf(observes);
    }

    /** The same with a shorter timeout. */
    public Action within(Duration shorter) {
      return new Action(
          name,
          title,
          input,
          output,
          retryClass,
          undoClass,
          prepares,
          lookUp,
          undo,
          shorter,
          attempts,
          takes,
          observes);
    }
  }

  /**
   * Where a facet of the system stands in an action's answer.
   *
   * @param value a JSON Pointer into the output; nothing there is observed as null
   * @param unless an argument which, when given, asks about something else than the connection's
   *     own
   */
  public record Observation(JsonPointer value, Optional<String> unless) {}

  /**
   * One list of a platform's in which new things appear. To read it is as an action whose retry
   * class is pure.
   *
   * @param type of the events that its things become, e.g. {@code com.x.mention}
   * @param input JSON Schema of the arguments
   * @param from what a point to start after is; empty: there is none, and it starts from now
   * @param lag how late the platform may show a thing
   * @param interval how often it is asked where nobody says
   * @param timeout of one page
   * @param takes what a page takes of the manifest's budgets, by their names
   */
  public record Poll(
      String name,
      String title,
      String type,
      JsonNode input,
      Optional<Point> from,
      Duration lag,
      Duration interval,
      Duration timeout,
      Map<String, Integer> takes) {
    public Poll {
      takes = Map.copyOf(takes);
    }

    /** What names a place in a list. */
    public enum Point {
      /** A whole number: the platform's identifier of a thing. */
      NUMBER,
      /** A time, as in RFC 3339 in UTC. */
      TIME
    }
  }

  /**
   * What a look-up can prove and when.
   *
   * @param searchLag an empty look-up proves nothing before this much time has passed since the
   *     dispatch
   * @param window how long after the dispatch look-ups go on before the run needs attention
   */
  public record LookUpLimits(Duration searchLag, Duration window) {}

  /**
   * How much a platform gives in each of some windows.
   *
   * @param per whose it is
   * @param by the argument that tells one budget from another, e.g. a chat's identifier
   */
  public record Budget(String name, Per per, Optional<String> by, List<Window> windows) {
    public Budget {
      windows = List.copyOf(windows);
    }

    /** Who shares a budget. */
    public enum Per {
      /** All that act in the name of one account, of whatever tenant. */
      ACCOUNT,
      /** All calls of this installation to the platform, since it counts by IP address. */
      ADDRESS
    }
  }

  /**
   * @param limit the most units in any stretch of that length
   */
  public record Window(int limit, Duration length) {}
}
