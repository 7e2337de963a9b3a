package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("infra")
class ProcessRefTest {

  @Test
  void theSameProcessHasTheSameBirthEachTimeItIsAsked() throws Exception {
    try (var process = Stranger.start()) {
      assertThat(ProcessRef.of(process.pid())).isEqualTo(ProcessRef.of(process.pid())).isPresent();
    }
  }

  @Test
  void aRecycledPidWithAnotherStartTimeIsNotAliveAndIsNotSignalled() throws Exception {
    try (var stranger = Stranger.start()) {
      var ref = stranger.predecessor();
      assertThat(ref.alive()).isFalse();
      assertThat(ref.end("KILL", Duration.ZERO)).isTrue();
      assertThat(stranger.unharmed()).isTrue();
    }
  }

  @Test
  void anEndedProcessThatNobodyReapedIsNotAlive() throws Exception {
    // the shell's child ends at once, and the program it becomes never asks for it
    var parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 600").start();
    try (var out = parent.inputReader()) {
      long zombie = Long.parseLong(out.readLine());
      assertThat(Patience.until(Duration.ofSeconds(5), () -> ProcessRef.of(zombie).isEmpty()))
          .isTrue();
    } finally {
      parent.destroyForcibly();
    }
  }
}
