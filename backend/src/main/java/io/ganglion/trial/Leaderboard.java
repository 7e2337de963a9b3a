package io.ganglion.trial;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.trial.scenario.Scenarios;
import io.ganglion.trial.score.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which of a tenant's workflows do best in a scenario, over all of their trials. */
@ApplicationScoped
public class Leaderboard {
  private static final int MOST = 100;
  private static final String BEST =
      """
      SELECT t.workflow_id, w.namespace, w.name, w.version, count(*) AS trials, avg(t.score) AS mean,
             coalesce(var_samp(t.score), 0) AS variance
      FROM lab_trial t LEFT JOIN workflow w ON w.tenant_id = t.tenant_id AND w.id = t.workflow_id
      WHERE t.tenant_id = ? AND t.scenario = ? AND t.version = ? AND t.state = 'judged'
      GROUP BY t.workflow_id, w.namespace, w.name, w.version ORDER BY mean DESC, trials DESC LIMIT ?
      """;

  private final TenantTx tx;
  private final Scenarios scenarios;

  Leaderboard(TenantTx tx, Scenarios scenarios) {
    this.tx = tx;
    this.scenarios = scenarios;
  }

  /**
   * The best first, at most a hundred; of the scenario's version of today alone. All external
   * agents stand together.
   *
   * @throws io.ganglion.kernel.NotFound if there is no such scenario
   */
  public List<Standing> of(TenantId tenant, String scenario) {
    int version = scenarios.get(scenario).version();
    return tx.call(
        tenant,
        connection -> {
          try (var select = connection.prepareStatement(BEST)) {
            select.setObject(1, tenant.uuid());
            select.setString(2, scenario);
            select.setInt(3, version);
            select.setInt(4, MOST);
            var standings = new ArrayList<Standing>();
            try (var row = select.executeQuery()) {
              while (row.next()) {
                var workflow = row.getObject("workflow_id", UUID.class);
                int n = row.getInt("trials");
                standings.add(
                    new Standing(
                        workflow == null
                            ? "external agents"
                            : "%s/%s:%s"
                                .formatted(
                                    row.getString("namespace"),
                                    row.getString("name"),
                                    row.getString("version")),
                        workflow == null ? null : new WorkflowId(workflow),
                        Optional.of(
                            Interval.of(n, row.getDouble("mean"), row.getDouble("variance"))),
                        n,
                        0));
              }
            }
            return standings;
          }
        });
  }
}
