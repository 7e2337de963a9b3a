package io.ganglion.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.kernel.TenantId;
import java.util.HashSet;
import java.util.Set;
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
  void a_key_gives_roles_that_are_within_its_scopes() {
    assertThat(key(Scopes.ALL).mayGive(Role.OWNER)).isTrue();
    assertThat(key("members:write").mayGive(Role.VIEWER)).isFalse();
    assertThat(key("members:write").mayGive(Role.ADMIN)).isFalse();
    var viewing = new HashSet<>(Role.VIEWER.scopes());
    viewing.add("members:write");
    var key = key(viewing.toArray(String[]::new));
    assertThat(key.mayGive(Role.VIEWER)).isTrue();
    assertThat(key.mayGive(Role.OPERATOR)).isFalse();
    var all =
        key(Role.OWNER.scopes().stream().filter(it -> !it.equals("*")).toArray(String[]::new));
    assertThat(all.mayGive(Role.ADMIN)).isTrue();
    assertThat(all.mayGive(Role.OWNER)).isFalse();
  }

  private static Identity key(String... scopes) {
    return new Identity(TenantId.next(), "key_1", Set.of(scopes));
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
