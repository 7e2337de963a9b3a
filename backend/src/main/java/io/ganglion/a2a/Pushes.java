package io.ganglion.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.background.Errands;
import io.ganglion.crypto.Sealed;
import io.ganglion.crypto.Vault;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is told of which task. Call it outside of a transaction. */
@ApplicationScoped
public class Pushes {
  /** The errand that looks whether there is something to tell. */
  public static final String ERRAND = "a2a-push";

  private static final String INSERT =
      """
      INSERT INTO a2a_push (tenant_id, run_id, id, url, secret_id, key_generation, sealed)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (tenant_id, run_id, id) DO UPDATE SET url = excluded.url, secret_id = excluded.secret_id,
        generation = 1, key_generation = excluded.key_generation, sealed = excluded.sealed, tries = 0
      """;
  private static final String SELECT =
      "SELECT * FROM a2a_push WHERE tenant_id = ? AND run_id = ? AND (?::text IS NULL OR id = ?) ORDER BY id";
  private static final String TOLD =
      "UPDATE a2a_push SET told = ?, tries = ? WHERE tenant_id = ? AND run_id = ? AND id = ?";
  private static final String DELETE =
      "DELETE FROM a2a_push WHERE tenant_id = ? AND run_id = ? AND id = ?";

  private final TenantTx tx;
  private final Vault vault;
  private final Errands errands;

  Pushes(TenantTx tx, Vault vault, Errands errands) {
    this.tx = tx;
    this.vault = vault;
    this.errands = errands;
  }

  /** Keeps it, in place of one of the same name, and has it looked after. */
  public void put(Push push) {
    var secret = Uuid7.next();
    var sealed = vault.seal(push.tenant(), place(secret, 1), written(push.proof()));
    tx.run(
        push.tenant(),
        connection -> {
          try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, push.tenant().uuid());
            insert.setObject(2, push.run().uuid());
            insert.setString(3, push.id());
            insert.setString(4, push.url());
            insert.setObject(5, secret);
            insert.setInt(6, sealed.generation());
            insert.setBytes(7, sealed.bytes());
            insert.executeUpdate();
          }
          askNext(push, Instant.now());
        });
  }

  /** Has it looked at then; looks of one time are one. */
  public void later(Push push, Instant then) {
    tx.run(push.tenant(), connection -> askNext(push, then));
  }

  private void askNext(Push push, Instant then) {
    errands.ask(
        ERRAND,
        "%s/%s/%d/%s".formatted(push.tenant(), push.run(), then.toEpochMilli(), push.id()),
        then);
  }

  public List<Push> list(TenantId tenant, RunId run) {
    return read(tenant, run, null);
  }

  public Optional<Push> find(TenantId tenant, RunId run, String id) {
    return read(tenant, run, id).stream().findFirst();
  }

  /** Nobody is told by it any more; again: changes nothing. */
  public void delete(TenantId tenant, RunId run, String id) {
    tx.run(
        tenant,
        connection -> {
          try (var delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, tenant.uuid());
            delete.setObject(2, run.uuid());
            delete.setString(3, id);
            delete.executeUpdate();
          }
        });
  }

  /**
   * Notes how far it is told.
   *
   * @param next when to look again; empty: never
   */
  public void note(Push push, @Nullable String told, int tries, Optional<Instant> next) {
    tx.run(
        push.tenant(),
        connection -> {
          try (var update = connection.prepareStatement(TOLD)) {
            update.setString(1, told);
            update.setInt(2, tries);
            update.setObject(3, push.tenant().uuid());
            update.setObject(4, push.run().uuid());
            update.setString(5, push.id());
            update.executeUpdate();
          }
          next.ifPresent(then -> askNext(push, then));
        });
  }

  private List<Push> read(TenantId tenant, RunId run, @Nullable String id) {
    record Row(Push push, UUID secret, int generation, Sealed sealed) {}
    var rows =
        tx.call(
            tenant,
            connection -> {
              var found = new ArrayList<Row>();
              try (var select = connection.prepareStatement(SELECT)) {
                select.setObject(1, tenant.uuid());
                select.setObject(2, run.uuid());
                select.setString(3, id);
                select.setString(4, id);
                try (var row = select.executeQuery()) {
                  while (row.next()) {
                    found.add(
                        new Row(
                            push(tenant, run, row),
                            row.getObject("secret_id", UUID.class),
                            row.getInt("generation"),
                            new Sealed(row.getInt("key_generation"), row.getBytes("sealed"))));
                  }
                }
              }
              return found;
            });
    return rows.stream()
        .map(
            row -> {
              var open = vault.open(tenant, place(row.secret, row.generation), row.sealed);
              return with(row.push, Json.read(new String(open, StandardCharsets.UTF_8)));
            })
        .toList();
  }

  private static Push push(TenantId tenant, RunId run, ResultSet row) throws SQLException {
    return new Push(
        tenant,
        run,
        row.getString("id"),
        row.getString("url"),
        new Push.Proof(null, null, null),
        row.getString("told"),
        row.getInt("tries"));
  }

  private static Push with(Push push, JsonNode proof) {
    return new Push(
        push.tenant(),
        push.run(),
        push.id(),
        push.url(),
        new Push.Proof(
            proof.path("token").textValue(),
            proof.path("scheme").textValue(),
            proof.path("credentials").textValue()),
        push.told(),
        push.tries());
  }

  private static byte[] written(Push.Proof proof) {
    var json =
        Json.object()
            .put("token", proof.token())
            .put("scheme", proof.scheme())
            .put("credentials", proof.credentials());
    return Json.write(json).getBytes(StandardCharsets.UTF_8);
  }

  static String place(UUID secret, long generation) {
    return "a2a_push|%s|%d".formatted(secret, generation);
  }
}
