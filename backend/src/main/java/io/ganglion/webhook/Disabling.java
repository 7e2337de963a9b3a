package io.ganglion.webhook;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.background.Errands;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.EndpointId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.member.Members;
import io.ganglion.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;

/** Disables an endpoint that is gone or fails for days, and tells those in charge. */
@ApplicationScoped
class Disabling {
  private final TenantTx tx;
  private final Members members;
  private final Audit audit;
  private final Errands errands;

  Disabling(TenantTx tx, Members members, Audit audit, Errands errands) {
    this.tx = tx;
    this.members = members;
    this.audit = audit;
    this.errands = errands;
  }

  /** Once; whoever finds it disabled does nothing. */
  void disable(TenantId tenant, EndpointId id, Endpoint.Reason reason) {
    tx.run(
        tenant,
        connection -> {
          var now = Instant.now();
          var found = EndpointStore.lock(connection, tenant, id);
          if (found.isEmpty() || !EndpointStore.disable(connection, tenant, id, reason)) {
            return;
          }
          var text = reason.name().toLowerCase(Locale.ROOT);
          Outbox.tell(
              connection,
              tenant,
              "endpoint.disabled",
              Json.object()
                  .put("endpoint", id.toString())
                  .put("url", Endpoints.withoutQuery(found.get().wanted().url()))
                  .put("reason", text));
          for (var person : members.inCharge(tenant)) {
            errands.ask(
                DisabledMail.NAME,
                "%s/%s/%s/%s/%d".formatted(tenant, id, text, person.id(), now.getEpochSecond()),
                now);
          }
          var after = EndpointStore.find(connection, tenant, id);
          audit.note(
              connection,
              tenant,
              Change.of(
                  "endpoint.disabled",
                  id,
                  Endpoints.facts(found.get()),
                  Endpoints.facts(after.orElseThrow())));
        });
  }
}
