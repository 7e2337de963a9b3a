package io.ganglion.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoleTest {
  @Test
  void an_owner_may_everything_and_an_admin_all_but_what_is_an_owners_alone() {
    assertThat(Role.OWNER.scopes()).isEqualTo(Scopes.known());
    assertThat(Role.ADMIN.scopes())
        .doesNotContain(Scopes.ALL, Scopes.TENANT_DELETE, Scopes.SIGN_IN_WRITE);
    assertThat(Role.ADMIN.scopes()).hasSize(Scopes.known().size() - 3);
  }

  @Test
  void an_operator_works_and_touches_neither_people_nor_keys() {
    assertThat(Role.OPERATOR.scopes()).contains("runs:write", "connections:write", "runs:read");
    assertThat(Role.OPERATOR.scopes())
        .doesNotContain("members:write", "api-keys:write", "api-keys:read", "tenant:write");
  }

  @Test
  void an_approver_decides_and_starts_nothing() {
    assertThat(Role.APPROVER.scopes()).contains("approvals:write", "runs:read");
    assertThat(Role.APPROVER.scopes()).doesNotContain("runs:write", "connections:write");
  }

  @Test
  void a_viewer_reads_alone() {
    assertThat(Role.VIEWER.scopes()).isNotEmpty().allMatch(scope -> scope.endsWith(":read"));
    assertThat(Role.VIEWER.scopes()).doesNotContain("api-keys:read", "audit:read");
  }

  @Test
  void nobody_gives_more_than_they_are() {
    for (var role : Role.values()) {
      assertThat(Role.OWNER.mayGive(role)).isTrue();
      assertThat(Role.ADMIN.mayGive(role)).isEqualTo(role != Role.OWNER);
      assertThat(Role.OPERATOR.mayGive(role)).isFalse();
      assertThat(Role.VIEWER.mayGive(role)).isFalse();
      assertThat(Role.of(role.text())).isEqualTo(role);
    }
    assertThatThrownBy(() -> Role.of("Owner")).isInstanceOf(IllegalArgumentException.class);
  }
}
