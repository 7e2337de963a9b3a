package io.ganglion.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class VaultTest {
  private static final byte[] SECRET = "correct horse".getBytes(StandardCharsets.UTF_8);

  private final TenantId tenant = TenantId.next();
  @Inject Vault vault;
  @Inject TenantTx tx;

  @Test
  void what_was_sealed_opens_in_its_place() {
    var sealed = vault.seal(tenant, "con_1|1", SECRET);

    assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("horse");
    assertThat(vault.open(tenant, "con_1|1", Sealed.unpack(sealed.packed()))).isEqualTo(SECRET);
  }

  @Test
  void it_opens_nowhere_else() {
    var sealed = vault.seal(tenant, "con_1|1", SECRET);
    var other = TenantId.next();
    vault.seal(other, "con_1|1", SECRET); // so that the other tenant has a key

    assertThatThrownBy(() -> vault.open(tenant, "con_1|2", sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> vault.open(other, "con_1|1", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_changed_byte_is_noticed() {
    var sealed = vault.seal(tenant, "con_1|1", SECRET);
    sealed.bytes()[sealed.bytes().length - 1] ^= 1;

    assertThatThrownBy(() -> vault.open(tenant, "con_1|1", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_key_made_in_a_transaction_that_failed_is_not_used_again() {
    assertThatThrownBy(
            () ->
                tx.run(
                    tenant,
                    connection -> {
                      vault.seal(tenant, "con_1|1", SECRET);
                      throw new InvalidRequest("", "rolled back");
                    }))
        .isInstanceOf(InvalidRequest.class);
    var sealed = vault.seal(tenant, "con_1|1", SECRET);

    assertThat(vault.open(tenant, "con_1|1", sealed)).isEqualTo(SECRET);
  }

  @Test
  void data_keys_are_stored_wrapped_and_the_master_keyset_is_its_owner_s_alone()
      throws IOException {
    vault.seal(tenant, "con_1|1", SECRET);

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
    assertThat(new String(wrapped, StandardCharsets.ISO_8859_1)).doesNotContain("AesGcmKey");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyset())))
        .isEqualTo("rw-------");
  }

  private static Path keyset() {
    return Path.of(Stack.keyset());
  }
}
