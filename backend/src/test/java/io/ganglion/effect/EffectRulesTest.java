package io.ganglion.effect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.effect.EffectRules.Move;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("unit")
class EffectRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration LAG = Duration.ofSeconds(5);
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private static Manifest.Action action(RetryClass retryClass, boolean looksUp, int attempts) {
    var lookUp =
        looksUp
            ? Optional.of(new Manifest.LookUpLimits(LAG, WINDOW))
            : Optional.<Manifest.LookUpLimits>empty();
    return new Manifest.Action(
        "act",
        "Act",
        Json.object(),
        Json.object(),
        retryClass,
        UndoClass.REVERSIBLE,
        false,
        lookUp,
        Optional.empty(),
        TIMEOUT,
        attempts,
        Map.of(),
        Map.of());
  }

  private static Effect intended(RetryClass retryClass) {
    var frozen =
        new Effect.Frozen(
            TenantId.next(),
            EffectId.next(),
            RunId.next(),
            "/do/0/act",
            0,
            null,
            "main",
            "x",
            "act",
            SystemId.next(),
            retryClass,
            UndoClass.REVERSIBLE,
            Json.object(),
            "",
            null);
    return new Effect(
        frozen,
        NullNode.getInstance(),
        EffectState.INTENDED,
        Effect.Tries.NONE,
        null,
        null,
        null,
        Effect.Times.NONE);
  }

  private static Effect dispatched(RetryClass retryClass) {
    return intended(retryClass).dispatched(NOW, NOW.plus(TIMEOUT).plus(LAG));
  }

  private static Effect unknown(RetryClass retryClass) {
    return dispatched(retryClass).unknown(new Effect.Miss(500, "oops"), NOW.plus(LAG), NOW);
  }

  @Test
  void an_intent_that_was_never_sent_is_sent() {
    assertThat(
            EffectRules.next(intended(RetryClass.BLIND), action(RetryClass.BLIND, false, 1), NOW))
        .isEqualTo(new Move.Dispatch());
  }

  @Nested
  class Of_an_unknown_fate {
    @Test
    void pure_is_tried_again_while_attempts_are_left() {
      assertThat(EffectRules.next(unknown(RetryClass.PURE), action(RetryClass.PURE, false, 2), NOW))
          .isEqualTo(new Move.Dispatch());
      assertThat(EffectRules.next(unknown(RetryClass.PURE), action(RetryClass.PURE, false, 1), NOW))
          .isEqualTo(new Move.Fail());
    }

    @Test
    void reconcilable_is_looked_up_and_never_sent() {
      assertThat(
              EffectRules.next(
                  unknown(RetryClass.RECONCILABLE), action(RetryClass.RECONCILABLE, true, 9), NOW))
          .isEqualTo(new Move.LookUp());
    }

    @Test
    void reconcilable_needs_attention_after_its_window() {
      var late = NOW.plus(LAG).plus(WINDOW).plusMillis(1);
      assertThat(
              EffectRules.next(
                  unknown(RetryClass.RECONCILABLE), action(RetryClass.RECONCILABLE, true, 9), late))
          .isEqualTo(new Move.Attention());
    }

    @Test
    void blind_needs_attention_at_once() {
      assertThat(
              EffectRules.next(unknown(RetryClass.BLIND), action(RetryClass.BLIND, false, 9), NOW))
          .isEqualTo(new Move.Attention());
    }

    @Test
    void idempotent_is_sent_again_only_when_the_first_can_be_judged() {
      var action = action(RetryClass.IDEMPOTENT, false, 3);
      assertThat(EffectRules.next(unknown(RetryClass.IDEMPOTENT), action, NOW))
          .isEqualTo(new Move.Wait(NOW.plus(LAG)));
      assertThat(EffectRules.next(unknown(RetryClass.IDEMPOTENT), action, NOW.plus(LAG)))
          .isEqualTo(new Move.Dispatch());
    }
  }

  @Test
  void a_platform_in_trouble_is_left_alone_for_a_while_twice_as_long_each_time() {
    assertThat(EffectRules.restAfterAnswer(1, Optional.empty(), NOW))
        .isEqualTo(NOW.plusMillis(400));
    assertThat(EffectRules.restAfterAnswer(2, Optional.empty(), NOW))
        .isEqualTo(NOW.plusMillis(800));
    assertThat(EffectRules.restAfterAnswer(1, Optional.of(NOW.plusSeconds(7)), NOW))
        .as("as long as it asks")
        .isEqualTo(NOW.plusSeconds(7));
    for (var retryClass : new RetryClass[] {RetryClass.PURE, RetryClass.IDEMPOTENT}) {
      var effect =
          dispatched(retryClass).unknown(new Effect.Miss(503, "busy"), NOW, NOW.plusSeconds(7));
      var action = action(retryClass, false, 3);
      assertThat(EffectRules.next(effect, action, NOW.plusSeconds(6)))
          .isEqualTo(new Move.Wait(NOW.plusSeconds(7)));
      assertThat(EffectRules.next(effect, action, NOW.plusSeconds(7)))
          .isEqualTo(new Move.Dispatch());
    }
  }

  @ParameterizedTest
  @EnumSource(RetryClass.class)
  void a_worker_s_death_after_the_dispatch_is_an_unknown_fate(RetryClass retryClass) {
    var action = action(retryClass, retryClass == RetryClass.RECONCILABLE, 1);
    var move = EffectRules.next(dispatched(retryClass).orphaned(), action, NOW.plusSeconds(60));
    assertThat(move)
        .isEqualTo(
            switch (retryClass) {
              case PURE, IDEMPOTENT -> new Move.Dispatch();
              case RECONCILABLE -> new Move.LookUp();
              case BLIND -> new Move.Attention();
            });
  }

  @Test
  void attempts_that_ended_with_their_worker_leave_the_action_its_own() {
    var action = action(RetryClass.RECONCILABLE, true, 2);
    var effect = dispatched(RetryClass.RECONCILABLE);
    for (int death = 1; death <= EffectRules.LOST_ATTEMPTS; death++) {
      effect =
          effect
              .orphaned()
              .notLanded(new Effect.Miss(503, "the platform does not have it"), "lookup", NOW, NOW);
      assertThat(EffectRules.next(effect, action, NOW)).isEqualTo(new Move.Dispatch());
      effect = effect.dispatched(NOW, NOW.plus(TIMEOUT).plus(LAG));
    }
    var refused = effect.notLanded(new Effect.Miss(429, "slow down"), "response", NOW, NOW);
    assertThat(EffectRules.next(refused, action, NOW)).isEqualTo(new Move.Dispatch());
    var refusedTwice =
        refused
            .dispatched(NOW, NOW)
            .notLanded(new Effect.Miss(429, "slow down"), "response", NOW, NOW);
    assertThat(EffectRules.next(refusedTwice, action, NOW)).isEqualTo(new Move.Fail());
  }

  @ParameterizedTest
  @EnumSource(
      value = RetryClass.class,
      names = {"PURE", "IDEMPOTENT"})
  void an_effect_that_every_worker_dies_of_is_given_up(RetryClass retryClass) {
    var action = action(retryClass, false, 1);
    var effect = dispatched(retryClass);
    for (int death = 1; death <= EffectRules.LOST_ATTEMPTS; death++) {
      effect = effect.orphaned();
      assertThat(EffectRules.next(effect, action, NOW.plusSeconds(60)))
          .isEqualTo(new Move.Dispatch());
      effect = effect.dispatched(NOW, NOW.plus(TIMEOUT));
    }
    assertThat(EffectRules.next(effect.orphaned(), action, NOW.plusSeconds(60)))
        .isEqualTo(retryClass == RetryClass.PURE ? new Move.Fail() : new Move.Attention());
  }

  @Test
  void not_landed_waits_for_its_time_and_ends_with_its_attempts() {
    var later = NOW.plusSeconds(3);
    var missed =
        dispatched(RetryClass.BLIND)
            .notLanded(new Effect.Miss(429, "slow down"), "response", later, NOW);
    assertThat(EffectRules.next(missed, action(RetryClass.BLIND, false, 2), NOW))
        .isEqualTo(new Move.Wait(later));
    assertThat(EffectRules.next(missed, action(RetryClass.BLIND, false, 2), later))
        .isEqualTo(new Move.Dispatch());
    assertThat(EffectRules.next(missed, action(RetryClass.BLIND, false, 1), later))
        .isEqualTo(new Move.Fail());
  }

  @Test
  void not_landed_for_good_is_not_tried_again() {
    var refused =
        dispatched(RetryClass.PURE)
            .notLanded(new Effect.Miss(404, "no such thing"), "response", null, NOW);
    assertThat(EffectRules.next(refused, action(RetryClass.PURE, false, 9), NOW))
        .isEqualTo(new Move.Fail());
  }

  @Test
  void delays_double_up_to_their_cap() {
    assertThat(EffectRules.delayAfter(1)).isEqualTo(EffectRules.FIRST_DELAY);
    assertThat(EffectRules.delayAfter(3)).isEqualTo(EffectRules.FIRST_DELAY.multipliedBy(4));
    assertThat(EffectRules.delayAfter(1000)).isEqualTo(EffectRules.MAX_DELAY);
  }

  @Test
  void of_two_equal_acts_in_doubt_the_older_is_looked_up_first() {
    var older = intended(RetryClass.RECONCILABLE).dispatched(NOW, NOW.plus(LAG));
    var younger = intended(RetryClass.RECONCILABLE).dispatched(NOW, NOW.plus(LAG));
    assertThat(Rivals.mayBeFound(older, younger, NOW)).as("it is on its way").isTrue();
    var later = NOW.plus(LAG).plusSeconds(1);
    assertThat(Rivals.mayBeFound(older, younger, later)).isFalse();
    assertThat(Rivals.mayBeFound(younger, older, later)).isTrue();
    assertThat(Rivals.mayBeFound(younger, intended(RetryClass.RECONCILABLE), later)).isFalse();
  }
}
