package io.ganglion.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.KmsServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of a tenant of its own, under master keys of its own. */
@QuarkusTest
@Tag("it")
class KeyExchangeTest {
  private static final byte[] SECRET = "correct horse".getBytes(StandardCharsets.UTF_8);
  private static final String PLACE = "con_1|1";

  private final List<TenantId> tenants = new ArrayList<>();
  private final TenantId tenant = someone();
  private final KmsServer kms = new KmsServer();
  @Inject TenantTx tx;

  @SuppressWarnings("NullAway.Init") // JUnit fills it
  @TempDir
  private Path folder;

  @BeforeEach
  void anAccount() {
    System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
    System.setProperty("aws.secretAccessKey", "of the tests");
  }

  /** Keys under master keys that are gone would puzzle whoever rotates all tenants' next. */
  @AfterEach
  void close() {
    for (var one : tenants) {
      tx.run(
          one,
          c -> {
            try (var delete = c.createStatement()) {
              delete.execute("DELETE FROM tenant_data_key");
            }
          });
    }
    kms.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private TenantId someone() {
    var one = TenantId.next();
    tenants.add(one);
    return one;
  }

  /** A vault under some master keys, as a process of its own has it. */
  private record Process(Vault vault, KeyExchange keys) {}

  private Process process(VaultSettings settings) {
    var masters = new Masters(settings);
    var dataKeys = new DataKeys(tx, masters, settings);
    return new Process(new Vault(dataKeys), new KeyExchange(tx, dataKeys, masters));
  }

  @Test
  void the_master_key_is_exchanged_while_everything_opens_and_then_the_old_one_is_refused() {
    var file = folder.resolve("keyset.json");
    var old = process(VaultSettings.file(file));
    var sealed = old.vault().seal(tenant, PLACE, SECRET);
    var place = new KeyExchange.Place(tenant, 1);
    var both = process(VaultSettings.kms(kms).openingToo(file));

    assertThat(both.vault().open(tenant, PLACE, sealed)).isEqualTo(SECRET);
    assertThat(kms.journal()).isEmpty();
    assertThat(both.keys().rewrap(place)).isEqualTo(KeyExchange.Rewrapped.DONE);
    assertThat(both.keys().rewrap(place)).isEqualTo(KeyExchange.Rewrapped.NOT_NEEDED);
    assertThat(process(VaultSettings.kms(kms)).vault().open(tenant, PLACE, sealed))
        .isEqualTo(SECRET);
    assertThat(kms.journal()).extracting(KmsServer.Act::name).containsExactly("Encrypt", "Decrypt");
    assertThatThrownBy(() -> process(VaultSettings.file(file)).vault().open(tenant, PLACE, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_key_that_nobody_opens_is_left_as_it_is() {
    var sealed =
        process(VaultSettings.file(folder.resolve("a"))).vault().seal(tenant, PLACE, SECRET);
    var stranger = process(VaultSettings.file(folder.resolve("b")));

    assertThat(stranger.keys().rewrap(new KeyExchange.Place(tenant, 1)))
        .isEqualTo(KeyExchange.Rewrapped.FAILED);
    assertThat(process(VaultSettings.file(folder.resolve("a"))).vault().open(tenant, PLACE, sealed))
        .isEqualTo(SECRET);
  }

  @Test
  void a_data_key_is_renewed_once_and_a_retired_one_opens_nothing() {
    var process = process(VaultSettings.file(folder.resolve("a")));
    var before = Instant.now().minusSeconds(3600);
    var old = process.vault().seal(tenant, PLACE, SECRET);

    assertThat(process.keys().renew(tenant, before)).isFalse(); // young enough
    assertThat(process.keys().renew(tenant, Instant.now().plusSeconds(3600))).isTrue();
    var fresh = process.vault().seal(tenant, PLACE, SECRET);
    assertThat(fresh.generation()).isEqualTo(2);
    assertThat(process.vault().open(tenant, PLACE, old)).isEqualTo(SECRET);

    assertThat(process.keys().retire(tenant, 2)).isEqualTo(1);
    assertThat(process.vault().open(tenant, PLACE, fresh)).isEqualTo(SECRET);
    assertThatThrownBy(() -> process.vault().open(tenant, PLACE, old))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("the tenant has no data key 1");
  }

  @Test
  void without_the_key_service_known_keys_go_on_and_others_are_a_problem_of_their_own() {
    var process = process(VaultSettings.kms(kms));
    var sealed = process.vault().seal(tenant, PLACE, SECRET);
    kms.refuse("KMSInternalException");

    assertThat(process.vault().open(tenant, PLACE, sealed)).isEqualTo(SECRET);
    assertThatThrownBy(() -> process(VaultSettings.kms(kms)).vault().open(tenant, PLACE, sealed))
        .isInstanceOfSatisfying(VaultUnavailable.class, e -> assertThat(e.status()).isEqualTo(503));
    assertThatThrownBy(() -> process.vault().seal(someone(), PLACE, SECRET))
        .isInstanceOf(VaultUnavailable.class);
  }

  @Test
  void a_wrapped_key_moved_to_another_tenant_does_not_open() throws Exception {
    var process = process(VaultSettings.kms(kms));
    var sealed = process.vault().seal(tenant, PLACE, SECRET);
    var other = someone();
    var wrapped =
        tx.<byte[]>call(
            tenant,
            c -> {
              try (var rows =
                  c.createStatement().executeQuery("SELECT wrapped FROM tenant_data_key")) {
                rows.next();
                return rows.getBytes(1);
              }
            });
    tx.run(
        other,
        c -> {
          try (var insert =
              c.prepareStatement(
                  "INSERT INTO tenant_data_key (tenant_id, generation, wrapped, master, created_at) VALUES (?, 1, ?, ?, now())")) {
            insert.setObject(1, other.uuid());
            insert.setBytes(2, wrapped);
            insert.setString(3, KmsServer.ARN);
            insert.executeUpdate();
          }
        });

    assertThatThrownBy(() -> process.vault().open(other, PLACE, sealed))
        .isInstanceOf(IllegalStateException.class);
  }
}
