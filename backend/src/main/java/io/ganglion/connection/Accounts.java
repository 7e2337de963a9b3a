package io.ganglion.connection;

import io.ganglion.connector.Connector.Whoami;
import io.ganglion.connector.Credentials;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Asks platforms whose credentials these are. Call it outside of transactions. */
@ApplicationScoped
class Accounts {
  /** Statuses by which a platform refuses credentials; others say nothing about them. */
  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404);

  /** What a question came to. */
  sealed interface Answer {
    record Account(String principal, String label) implements Answer {}

    record Refused(String reason) implements Answer {}
  }

  /**
   * Asks once.
   *
   * @throws ConnectionProblem if the platform could not be asked
   */
  Answer ask(Place place, Credentials credentials) {
    var session = place.session("", credentials);
    var secrets = session.credentials();
    return switch (place.connector().whoami(session)) {
      case Whoami.Known known ->
          new Answer.Account(secrets.hide(known.principal()), secrets.hide(known.label()));
      case Whoami.Refused refused -> {
        var reason = secrets.hide(refused.reason());
        if (!REFUSALS.contains(refused.status())) {
          throw ConnectionProblem.unreachable(place.platform(), reason);
        }
        yield new Answer.Refused(reason);
      }
    };
  }

  /**
   * As {@link #ask}, where only an account will do.
   *
   * @throws ConnectionProblem if there is none
   */
  Answer.Account need(Place place, Credentials credentials) {
    return switch (ask(place, credentials)) {
      case Answer.Account account -> account;
      case Answer.Refused refused ->
          throw ConnectionProblem.refused(place.platform(), refused.reason());
    };
  }
}
