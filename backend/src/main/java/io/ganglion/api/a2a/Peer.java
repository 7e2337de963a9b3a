package io.ganglion.api.a2a;

import io.ganglion.a2a.A2aTasks.Owner;
import io.ganglion.agent.Agent;
import io.ganglion.identity.Identity;

/** Whoever asks an agent, for one request. */
record Peer(Agent agent, Identity identity) {
  Owner owner() {
    return new Owner(identity.tenant(), agent.id(), identity.actor());
  }

  void needs(String scope) {
    if (!identity.may(scope)) {
      throw A2aError.unsupported("The credential lacks the scope " + scope);
    }
  }
}
