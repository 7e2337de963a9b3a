package io.ganglion.run;

import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.Runs.RunDue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What runs could not take back, and people have said that it stays so. */
@ApplicationScoped
public class Acknowledgements {
  private static final String GIVEN =
      "SELECT 1 FROM acknowledgement WHERE tenant_id = ? AND run_id = ? AND subject = ?";
  private static final String STANDING =
      """
      SELECT state, waiting_for ->> 'subject' AS subject FROM run WHERE tenant_id = ? AND id = ? FOR UPDATE
      """;
  private static final String INSERT =
      """
      INSERT INTO acknowledgement (tenant_id, run_id, subject, acknowledged_by, comment) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private final TenantTx tx;
  private final RunStore store;
  private final Event<RunDue> due;
  private final Audit audit;

  Acknowledgements(TenantTx tx, RunStore store, Event<RunDue> due, Audit audit) {
    this.tx = tx;
    this.store = store;
    this.due = due;
    this.audit = audit;
  }

  /** Whether somebody has said so of one thing of a run. */
  public static boolean given(Connection connection, TenantId tenant, RunId run, String subject)
      throws SQLException {
    try (var select = connection.prepareStatement(GIVEN)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, run.uuid());
      select.setString(3, subject);
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /**
   * Says that what a run waits for a person with stays as it is, and wakes the run in the same
   * commit. Saying it again changes nothing.
   *
   * @param subject as the run names it in {@code waiting_for}, so that nobody acknowledges what
   *     they have not seen
   * @param by identifier of a person or an API key
   * @throws NotFound if there is no such run
   * @throws RunProblem when the run does not wait with this
   */
  public void give(
      TenantId tenant, RunId run, String subject, String by, @Nullable String comment) {
    tx.run(
        tenant,
        connection -> {
          boolean waits = waits(connection, tenant, run, subject);
          if (given(connection, tenant, run, subject)) {
            return;
          }
          if (!waits) {
            throw RunProblem.nothingToAcknowledge(subject);
          }
          insert(connection, tenant, run, subject, by, comment);
          store.makeDue(connection, tenant, run);
          var said = Json.object().put("subject", subject).put("comment", comment);
          audit.note(connection, tenant, Change.made("run.acknowledged", run, said));
        });
    due.fire(new RunDue(tenant, run));
  }

  private static boolean waits(Connection connection, TenantId tenant, RunId run, String subject)
      throws SQLException {
    try (var select = connection.prepareStatement(STANDING)) {
      select.setObject(1, tenant.uuid());
      select.setObject(2, run.uuid());
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          throw new NotFound("run");
        }
        return row.getString("state").equals(RunState.NEEDS_ATTENTION.name())
            && subject.equals(row.getString("subject"));
      }
    }
  }

  private static void insert(
      Connection connection,
      TenantId tenant,
      RunId run,
      String subject,
      String by,
      @Nullable String comment)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, run.uuid());
      insert.setString(3, subject);
      insert.setString(4, by);
      insert.setString(5, comment);
      insert.executeUpdate();
    }
  }
}
