package io.ganglion.api.connection;

import io.ganglion.api.Scope;
import io.ganglion.connection.Connection;
import io.ganglion.connection.Connections;
import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Environments;
import io.ganglion.connector.Manifest;
import io.ganglion.coordination.BudgetUse;
import io.ganglion.coordination.Budgets;
import io.ganglion.coordination.UpstreamBudgets;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.ConnectionId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is left of an account's upstream budgets. */
@Path("/api/v1/connections/{id}/budgets")
@Tag(name = "connections")
@RunOnVirtualThread
public class BudgetResource {
  private final Caller caller;
  private final Connections connections;
  private final Catalogue catalogue;
  private final Environments environments;
  private final Budgets budgets;

  BudgetResource(
      Caller caller,
      Connections connections,
      Catalogue catalogue,
      Environments environments,
      Budgets budgets) {
    this.caller = caller;
    this.connections = connections;
    this.catalogue = catalogue;
    this.environments = environments;
    this.budgets = budgets;
  }

  @GET
  @Scope("connections:read")
  @Operation(
      summary = "Get a connection's upstream budgets",
      description =
          "How often the platform lets this account be used, what of that is used, and how many"
              + " runs wait for it. What others use of the same account, or from the same address,"
              + " counts too where this installation made the calls. Empty for the laboratory and"
              + " for platforms that declare nothing.")
  public BudgetsView get(@PathParam("id") ConnectionId id) {
    var connection = connections.get(caller.tenant(), id);
    var windows =
        catalogue
            .connector(caller.tenant(), connection.connector())
            .map(connector -> windows(connector.manifest(), connection))
            .orElse(List.of());
    return BudgetsView.of(budgets.standing(caller.tenant(), windows));
  }

  private List<BudgetUse> windows(Manifest manifest, Connection connection) {
    return environments
        .resolve(manifest, connection.environment(), connection.baseUrl())
        .map(place -> UpstreamBudgets.all(manifest, connection.coordinated(false), place.baseUrl()))
        .orElse(List.of());
  }
}
