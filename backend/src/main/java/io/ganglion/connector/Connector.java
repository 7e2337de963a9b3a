package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Optional;

/**
 * Our code for one platform. Implementations are stateless, thread-safe, block the calling virtual
 * thread, reach outside only through {@code egress}, and never retry: the ledger decides what may
 * be sent again.
 */
public interface Connector {
  Manifest manifest();

  /**
   * An action by its name, one that an effect on record has and that is offered no more included.
   */
  default Optional<Manifest.Action> action(String name) {
    return Optional.ofNullable(manifest().actions().get(name));
  }

  /** Finds the account behind the credentials. */
  Whoami whoami(Session session);

  /** What a whoami call came to. */
  sealed interface Whoami {
    /**
     * @param principal the platform's stable identifier of the account; {@code label} is for people
     */
    record Known(String principal, String label) implements Whoami {}

    /** The platform refuses the credentials, or could not be asked. */
    record Refused(int status, String reason) implements Whoami {}
  }

  /**
   * The retry class of these very arguments; the manifest's unless the connector knows better (HTTP
   * methods).
   */
  default RetryClass retryClass(Manifest.Action action, JsonNode arguments) {
    return action.retryClass();
  }

  /**
   * The principal coordinated by these arguments; the connection's unless the act names another (an
   * HTTP origin).
   */
  default String principal(Session session, JsonNode arguments) {
    return session.principal();
  }

  /**
   * Asked before dispatch where the manifest says {@code prepares}; may be asked again when it has
   * expired.
   */
  default Preparation prepare(Session session, Act act) {
    return new Preparation.Ready(NullNode.getInstance());
  }

  /** Sends it once. */
  Outcome send(Session session, Act act);

  /**
   * Asked only where the manifest declares look-up limits. Must find what landed and nothing else.
   */
  default Finding lookUp(Session session, Act act) {
    return new Finding.Inconclusive("this action can't be looked up");
  }

  /**
   * The arguments of the manifest's undo action for an act that landed.
   *
   * @return empty when nothing is left to undo
   */
  default Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    return Optional.empty();
  }
}
