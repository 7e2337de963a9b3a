package io.ganglion.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.kernel.InvalidRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class PolicyTest {
  @Test
  void without_a_list_any_action_is_allowed() {
    assertThat(Policy.DEFAULT.allows("x.createPost")).isTrue();
  }

  @Test
  void an_empty_list_allows_nothing() {
    assertThat(policy(List.of()).allows("x.createPost")).isFalse();
  }

  @Test
  void a_list_allows_what_one_of_its_patterns_covers() {
    var policy = policy(List.of("x.*", "http.request"));
    assertThat(policy.allows("x.createPost")).isTrue();
    assertThat(policy.allows("http.request")).isTrue();
    assertThat(policy.allows("evm.sendTransaction")).isFalse();
  }

  @Test
  void a_wrong_pattern_is_refused_by_its_place() {
    assertThatThrownBy(() -> policy(List.of("x.*", "x createPost")))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith("/policy/actions/1");
  }

  @Test
  void what_was_stored_is_read_back() {
    for (var policy : List.of(Policy.DEFAULT, policy(List.of()), policy(List.of("x.*")))) {
      assertThat(PolicyJson.read(PolicyJson.write(policy))).isEqualTo(policy);
    }
  }

  private static Policy policy(List<String> actions) {
    return new Policy(Policy.Irreversible.ALLOW, Optional.of(actions));
  }
}
