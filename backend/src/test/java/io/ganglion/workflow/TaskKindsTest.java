package io.ganglion.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class TaskKindsTest {
  @Test
  void a_call_of_a_connectors_action_keeps_its_arguments_as_one_template() {
    var task =
        Reading.parseBody(
                """
                do:
                  - post:
                      call: x.createPost
                      with: {connection: main, text: '${ .caption }'}
                """)
            .tasks()
            .getFirst();
    assertThat(task.name()).isEqualTo("post");
    assertThat(task.pointer()).isEqualTo("/do/0/post");
    assertThat(task.task()).isInstanceOf(Task.Call.class);
  }
}
