package io.ganglion.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.erasure.TenantTables.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantTablesTest {
  @Test
  void who_refers_goes_before_who_is_referred_to() {
    var tables =
        TenantTables.ordered(
            List.of("run", "effect", "workflow"),
            List.of(
                new Reference("effect", "run"),
                new Reference("run", "workflow"),
                new Reference("run", "run"),
                new Reference("run", "tenant")));
    assertThat(tables.names()).containsExactly("effect", "run", "workflow");
    assertThat(tables.selfReferring()).containsExactly("run");
  }

  @Test
  void a_circle_is_told_of() {
    assertThatThrownBy(
            () ->
                TenantTables.ordered(
                    List.of("a", "b"), List.of(new Reference("a", "b"), new Reference("b", "a"))))
        .hasMessageContaining("circle");
  }
}
