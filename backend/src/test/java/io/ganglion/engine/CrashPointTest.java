package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.db.CommitFailed;
import io.ganglion.effect.CrashPoints;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.EffectStore;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.RunState;
import io.ganglion.testing.LoopbackPlatform;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The worker forgets a run at an exact boundary around the send, as if it had died there; the
 * platform's journal judges.
 */
@QuarkusTest
@Tag("faults")
class CrashPointTest {
  @Inject Drills drills;
  @Inject EffectStore effects;
  @Inject Trap trap;

  private TenantId tenant;
  private LoopbackPlatform platform;

  /** Forgets one run once, at one boundary. */
  @ApplicationScoped
  static class Trap implements CrashPoints {
    private final AtomicReference<@Nullable Boundary> armed = new AtomicReference<>();

    void arm(Boundary boundary) {
      armed.set(boundary);
    }

    @Override
    public void pass(Boundary boundary) {
      if (armed.compareAndSet(boundary, null)) {
        throw new CommitFailed.Lost(new IllegalStateException("died at " + boundary));
      }
    }
  }

  @BeforeEach
  void open() throws IOException {
    tenant = drills.tenant();
    platform = new LoopbackPlatform();
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @ParameterizedTest
  @CsvSource({
    "BEFORE_INTENT, get, 1, SUCCEEDED",
    "INTENT_WRITTEN, get, 1, SUCCEEDED",
    "SENT, get, 2, SUCCEEDED",
    "BEFORE_OUTCOME, get, 2, SUCCEEDED",
    "BEFORE_INTENT, post, 1, SUCCEEDED",
    "INTENT_WRITTEN, post, 0, NEEDS_ATTENTION",
    "SENT, post, 1, NEEDS_ATTENTION",
    "BEFORE_OUTCOME, post, 1, NEEDS_ATTENTION"
  })
  void what_reaches_the_platform_is_what_the_class_allows(
      CrashPoints.Boundary boundary, String method, int happened, RunState expected) {
    trap.arm(boundary);
    RunId run =
        drills.start(
            tenant,
            "- act: {call: http, with: {method: %s, endpoint: '%s', body: {a: 1}}}"
                .formatted(method, platform.url("/act")),
            Json.object());
    var found =
        drills.await(tenant, run, RunState.SUCCEEDED, RunState.FAILED, RunState.NEEDS_ATTENTION);
    assertThat(found.state()).isEqualTo(expected);
    assertThat(platform.effects("/act")).isEqualTo(happened);
    var state = effects.list(tenant, run, null, 10, null).data().getFirst().state();
    assertThat(state)
        .isEqualTo(expected == RunState.SUCCEEDED ? EffectState.LANDED : EffectState.UNKNOWN);
  }
}
