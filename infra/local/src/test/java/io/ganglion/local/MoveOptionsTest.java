package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class MoveOptionsTest {
  private static final String TENANT = "ten_01h2xcejqtf2nbrexx3vqjhp41";

  @Test
  void a_tenant_and_two_cells_are_enough(@TempDir Path folder) {
    var cell = folder.toString();
    assertThat(MoveOptions.parse(List.of(TENANT, "--from", cell, "--to", cell)))
        .isEqualTo(new MoveOptions(TENANT, folder, folder, Optional.empty(), false));
    assertThat(
            MoveOptions.parse(
                List.of("--abort", "--to", cell, "--wait", "9", "--from", cell, TENANT)))
        .isEqualTo(new MoveOptions(TENANT, folder, folder, Optional.of(9), true));
  }

  @Test
  void what_it_does_not_know_is_refused(@TempDir Path folder) {
    var cell = folder.toString();
    for (var wrong :
        List.of(
            List.of(TENANT),
            List.of(TENANT, "--from", cell),
            List.of("--from", cell, "--to", cell),
            List.of(TENANT, "--from", cell, "--to", cell + "/nothing"),
            List.of(TENANT, "--from", cell, "--to"),
            List.of(TENANT, "--from", cell, "--to", cell, "--wait", "0"),
            List.of(TENANT, TENANT, "--from", cell, "--to", cell),
            List.of("acme", "--from", cell, "--to", cell))) {
      assertThatThrownBy(() -> MoveOptions.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_file_with_a_password_is_for_its_owner_s_eyes(@TempDir Path folder) throws IOException {
    var file = folder.resolve("cell.properties");
    Files.writeString(file, "database.url=jdbc:postgresql://db.example/ganglion\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> CellSettings.of(file)).hasMessageContaining("chmod 0600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(CellSettings.of(file))
        .containsEntry("database.url", "jdbc:postgresql://db.example/ganglion");
  }

  @Test
  void a_clone_without_a_stack_is_no_cell(@TempDir Path folder) {
    assertThatThrownBy(() -> CellSettings.of(folder))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("no stack runs in");
  }
}
