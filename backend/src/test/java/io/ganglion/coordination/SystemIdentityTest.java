package io.ganglion.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.TenantId;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class SystemIdentityTest {
  private static final TenantId TENANT = new TenantId(new UUID(1, 2));

  @Test
  void one_account_is_one_system() {
    assertThat(SystemIdentity.of(TENANT, "x", "production", "17"))
        .isEqualTo(SystemIdentity.of(TENANT, "x", "production", "17"));
  }

  @Test
  void each_part_tells_systems_apart() {
    var other = new TenantId(new UUID(1, 3));
    assertThat(
            Stream.of(
                SystemIdentity.of(TENANT, "x", "production", "17"),
                SystemIdentity.of(other, "x", "production", "17"),
                SystemIdentity.of(TENANT, "y", "production", "17"),
                SystemIdentity.of(TENANT, "x", "lab", "17"),
                SystemIdentity.of(TENANT, "x", "production", "18")))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_text_can_t_slip_from_one_part_into_the_next() {
    assertThat(SystemIdentity.of(TENANT, "x", "lab1", "7"))
        .isNotEqualTo(SystemIdentity.of(TENANT, "x", "lab", "17"));
  }

  @Test
  void it_never_changes_between_releases() {
    var id = SystemIdentity.of(TENANT, "x", "production", "17").uuid();
    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id).hasToString("7a515568-fe97-895c-bbb6-670024f55800");
  }
}
