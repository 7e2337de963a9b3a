package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class QuorumTest {
  @Test
  void the_first_value_with_enough_votes_wins() {
    var quorum = new Quorum(5, 2, Optional.empty());
    quorum.vote(TextNode.valueOf("a"));
    quorum.vote(TextNode.valueOf("b"));
    assertThat(quorum.decided()).isFalse();
    quorum.vote(TextNode.valueOf("b"));
    assertThat(quorum.winner()).contains(TextNode.valueOf("b"));
    assertThat(quorum.decided()).isTrue();
  }

  @Test
  void it_is_decided_as_soon_as_no_value_can_win_any_more() {
    var quorum = new Quorum(4, 3, Optional.empty());
    quorum.vote(TextNode.valueOf("a"));
    quorum.failed();
    assertThat(quorum.decided()).isFalse();
    quorum.vote(TextNode.valueOf("b"));
    assertThat(quorum.decided()).isTrue();
    assertThat(quorum.winner()).isEmpty();
    assertThat(quorum.summary()).isEqualTo("1 of 4 agreed, 3 were needed; 2 answered, 1 failed");
  }
}
