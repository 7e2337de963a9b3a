package io.ganglion.engine;

import io.ganglion.connection.Connections;
import io.ganglion.connection.Connections.Opened;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Problem;
import io.ganglion.kernel.TenantId;
import java.util.Optional;

/**
 * A connector whose calls carry a token that ends: what waited since the connection was opened goes
 * out with the token of now. A token refused before its time is exchanged once; the ledger then
 * sends again what the refusal proved not to have happened.
 */
final class Renewing implements ForwardingConnector {
  private static final int UNAUTHORIZED = 401;

  private final Connector connector;
  private final Connections connections;
  private final TenantId tenant;
  private volatile Opened opened;
  private volatile boolean exchanged;

  private Renewing(Connector connector, Connections connections, TenantId tenant, Opened opened) {
    this.connector = connector;
    this.connections = connections;
    this.tenant = tenant;
    this.opened = opened;
  }

  /** The connector itself where no token is to end. */
  static Connector of(
      Connector connector, Connections connections, TenantId tenant, Opened opened) {
    return opened.token().isEmpty()
        ? connector
        : new Renewing(connector, connections, tenant, opened);
  }

  @Override
  public Connector connector() {
    return connector;
  }

  @Override
  public Outcome send(Session session, Act act) {
    try {
      var outcome = connector.send(now(), act);
      return outcome instanceof Outcome.NotLanded refused && again(refused.status())
          ? new Outcome.NotLanded(refused.status(), refused.reason(), refused.notBefore(), true)
          : outcome;
    } catch (Problem e) {
      return new Outcome.NotLanded(e.status(), String.valueOf(e.detail()), Optional.empty(), true);
    }
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    try {
      var prepared = connector.prepare(now(), act);
      return prepared instanceof Preparation.Refused refused && again(refused.status())
          ? new Preparation.Refused(refused.status(), refused.reason(), true)
          : prepared;
    } catch (Problem e) {
      return new Preparation.Refused(e.status(), String.valueOf(e.detail()), true);
    }
  }

  /** A look-up says no status, so that the account is asked for when one proves nothing. */
  @Override
  public Finding lookUp(Session session, Act act) {
    try {
      var finding = connector.lookUp(now(), act);
      return finding instanceof Finding.Inconclusive
              && connector.whoami(opened.session()) instanceof Whoami.Refused refused
              && again(refused.status())
          ? connector.lookUp(now(), act)
          : finding;
    } catch (Problem e) {
      return new Finding.Inconclusive(String.valueOf(e.detail()));
    }
  }

  /** Whether the token was to blame and there may be another one now. */
  private boolean again(int status) {
    if (status != UNAUTHORIZED || exchanged) {
      return false;
    }
    exchanged = true;
    return connections.refused(tenant, opened);
  }

  /**
   * @throws Problem if there is no valid token
   */
  private Session now() {
    if (exchanged) {
      opened = connections.open(tenant, opened.connection().name());
    } else {
      opened = connections.current(tenant, opened);
    }
    return opened.session();
  }
}
