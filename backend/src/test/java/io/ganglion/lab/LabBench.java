package io.ganglion.lab;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** What every simulator's test needs: tenants, accounts, visitors, the journal. */
@Singleton
public class LabBench {
  private final TenantTx tx;
  private final Accounts accounts;
  private final Faults faults;
  private final Journal journal;

  LabBench(TenantTx tx, Accounts accounts, Faults faults, Journal journal) {
    this.tx = tx;
    this.accounts = accounts;
    this.faults = faults;
    this.journal = journal;
  }

  public TenantId tenant() {
    var tenant = TenantId.next();
    tx.run(
        tenant,
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  "INSERT INTO tenant (id, name, created_at) VALUES (?, 'laboratory', now())")) {
            insert.setObject(1, tenant.uuid());
            insert.executeUpdate();
          }
        });
    return tenant;
  }

  /** A visitor of the platform with the credentials of a new account. */
  public Visitor visitor(TenantId tenant, Platform platform) {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    return new Visitor(
        "http://127.0.0.1:%d/lab/%s".formatted(port, platform.word()),
        accounts.open(tenant, platform));
  }

  public Accounts accounts() {
    return accounts;
  }

  public Faults faults() {
    return faults;
  }

  public Journal journal() {
    return journal;
  }

  /** Kinds of what really happened, oldest first. */
  public List<String> happened(TenantId tenant) {
    return entries(tenant).stream().map(Journal.Entry::kind).toList();
  }

  public List<Journal.Entry> entries(TenantId tenant) {
    return journal.read(tenant, Journal.Filter.ALL, 0, 10_000);
  }

  /** Programs one strike on the next call to that path. */
  public void next(TenantId tenant, Platform platform, String method, String path, FaultKind kind) {
    faults.program(tenant, Fault.Program.next(platform, method, path, kind, 1));
  }

  /** A program that strikes every matching call. */
  public static Fault.Program always(Platform platform, FaultKind kind) {
    return new Fault.Program(
        platform,
        Optional.empty(),
        Optional.empty(),
        "",
        kind,
        Optional.empty(),
        1,
        0,
        java.time.Duration.ZERO);
  }
}
