package io.ganglion.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.aead.AeadConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class KeysetFileTest {
  @SuppressWarnings("NullAway.Init") // JUnit fills it
  @TempDir
  private Path folder;

  private Path file;

  @BeforeEach
  void aKeyset() throws Exception {
    AeadConfig.register();
    file = folder.resolve("keyset.json");
    KeysetFile.open(file, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-rw-rw-", "rw---x---", "rwx------"})
  void a_file_that_is_open_to_others_is_refused(String permissions) throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(() -> KeysetFile.open(file, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("chmod 0600");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------"})
  void the_owner_s_alone_opens(String permissions) throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    assertThat(KeysetFile.open(file, false).name()).matches("keyset:[0-9]+");
  }

  @Test
  void what_is_no_keyset_is_refused_without_being_shown() throws Exception {
    Files.writeString(file, "{\"secret\": 1}");

    assertThatThrownBy(() -> KeysetFile.open(file, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("secret\":");
  }

  @Test
  void two_master_keys_or_none_are_refused() {
    var both =
        new VaultSettings(
            Optional.of(file),
            Optional.of("arn:aws:kms:eu-central-1:111122223333:key/1"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var none =
        new VaultSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThatThrownBy(() -> new Masters(both)).hasMessageContaining("two master keys");
    assertThatThrownBy(() -> new Masters(none)).hasMessageContaining("no master key");
  }

  @Test
  void the_other_key_opens_and_does_not_wrap() throws Exception {
    var place = "p".getBytes(StandardCharsets.UTF_8);
    var old = new Masters(VaultSettings.file(file));
    var wrapped = old.wrap(new byte[] {7}, place);
    var next = folder.resolve("next.json");
    var both = new Masters(VaultSettings.file(next).openingToo(file));

    for (var name : new String[] {old.current(), ""}) { // rows from before have no name
      assertThat(both.unwrap(name, wrapped, place)).containsExactly(7);
    }
    var rewrapped = both.wrap(new byte[] {7}, place);
    assertThat(both.current()).isNotEqualTo(old.current());
    assertThatThrownBy(() -> old.unwrap(both.current(), rewrapped, place))
        .isInstanceOf(java.security.GeneralSecurityException.class);
  }
}
