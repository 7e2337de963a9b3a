package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.ganglion.egress.LoopbackEgress;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The promises every connector keeps, tried against a platform that misbehaves. What really
 * happened is asked of the platform's own books.
 */
@Tag("connectors")
@ExtendWith(ConnectorMatrix.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConnectorContract {
  private static final Duration TIMEOUT = Duration.ofMillis(700);
  private static final String NO_ACCOUNT = "calls name their endpoint; there is no account";

  /** Faults whose answers say what was asked. */
  private static final List<Fault> LOUD =
      List.of(
          Fault.ERROR_500_AFTER,
          Fault.LIMITED_WITHOUT_RETRY_AFTER,
          Fault.REDIRECT,
          Fault.BAD_REQUEST,
          Fault.UNAUTHORIZED);

  private final LoopbackEgress egress = new LoopbackEgress();
  private Subject subject;
  private PlatformServer platform;
  private Connector connector;

  /** A fresh platform with nothing on it. */
  protected abstract Subject subject();

  @BeforeEach
  void open() {
    subject = subject();
    platform = new PlatformServer(subject);
    connector = subject.connector(egress, Clock.fixed(Subject.NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @AfterAll
  void end() {
    egress.close();
  }

  @Test
  @Keeps(Promise.SCHEMA)
  void the_manifest_is_valid_and_takes_the_arguments() {
    var action = action(subject.action());
    assertValid(action.input(), subject.arguments(platform));
    if (subject.hasAccount()) {
      assertValid(connector.manifest().credentials(), subject.credentials());
    }
    assertThat(connector.retryClass(action, subject.arguments(platform)))
        .isEqualTo(subject.retryClass());
  }

  @Test
  @Keeps(Promise.WHOAMI)
  void whoami_finds_the_account() {
    assumeTrue(subject.hasAccount(), NO_ACCOUNT);
    assertThat(connector.whoami(session(platform.url())))
        .isInstanceOfSatisfying(
            Connector.Whoami.Known.class,
            known -> assertThat(known.principal()).isEqualTo(subject.principal()));
  }

  @Test
  @Keeps(Promise.WHOAMI)
  void whoami_tells_when_the_platform_refuses() {
    assumeTrue(subject.hasAccount(), NO_ACCOUNT);
    platform.arm(request -> true, Fault.UNAUTHORIZED);
    assertThat(connector.whoami(session(platform.url())))
        .isInstanceOfSatisfying(
            Connector.Whoami.Refused.class, refused -> assertThat(refused.status()).isEqualTo(401));
  }

  @Test
  @Keeps(Promise.SCHEMA)
  void a_sent_act_lands_once_and_answers_as_its_schema_says() {
    var act = prepared();
    var landed = landed(connector.send(session(platform.url()), act));
    assertValid(act.action().output(), landed.output());
    if (subject.retryClass() != RetryClass.PURE) {
      assertThat(subject.effects()).isEqualTo(1);
      assertThat(landed.reference()).isEqualTo(subject.reference());
    }
  }

  @ParameterizedTest
  @EnumSource
  @Keeps
  void a_fault_proves_exactly_what_is_declared(Fault fault) {
    var act = prepared();
    var outcome = sendInto(fault, act);
    assertThat(outcome).isInstanceOf(expected(fault));
    assertThat(platform.journal())
        .noneMatch(request -> request.target().startsWith("/moved-elsewhere"));
    assertSecretsHidden(outcome, act);
    if (subject.retryClass() != RetryClass.PURE) {
      assertThat(subject.effects()).isEqualTo(fault.acts() ? 1 : 0);
    }
    switch (outcome) {
      case Outcome.NotLanded n -> assertNotLanded(fault, n);
      case Outcome.Unknown u -> settle(fault, act);
      case Outcome.Landed l -> {} // it said so, and the books agree
    }
  }

  @Test
  @Keeps(Promise.LOOK_UP)
  void a_look_up_does_not_take_a_near_miss_for_the_effect() {
    var act = prepared();
    assumeLookUp(act);
    subject
        .nearMisses(act)
        .forEach(
            (name, put) -> {
              put.run();
              assertThat(connector.lookUp(session(platform.url()), act))
                  .as(name)
                  .isNotInstanceOf(Finding.Found.class);
            });
  }

  @Test
  @Keeps(Promise.LOOK_UP)
  void a_look_up_finds_what_landed() {
    var act = prepared();
    assumeLookUp(act);
    assumeTrue(subject.retryClass() != RetryClass.BLIND, "blind: not looked up");
    landed(connector.send(session(platform.url()), act));
    assertThat(connector.lookUp(session(platform.url()), act))
        .isInstanceOfSatisfying(
            Finding.Found.class,
            found -> {
              assertThat(found.landed().reference()).isEqualTo(subject.reference());
              assertValid(act.action().output(), found.landed().output());
            });
  }

  @Test
  @Keeps(Promise.LOOK_UP)
  void a_look_up_that_meets_a_fault_proves_nothing() {
    var act = prepared();
    assumeLookUp(act);
    landed(connector.send(session(platform.url()), act));
    for (var fault :
        List.of(
            Fault.ERROR_500_AFTER,
            Fault.RESET_AFTER,
            Fault.MALFORMED_AFTER,
            Fault.LIMITED_WITH_RETRY_AFTER,
            Fault.UNAUTHORIZED,
            Fault.TRUNCATED_AFTER)) {
      platform.arm(request -> true, fault);
      assertThat(connector.lookUp(session(platform.url()), act))
          .as(fault.name())
          .isInstanceOf(Finding.Inconclusive.class);
    }
  }

  @Test
  @Keeps(Promise.UNDO)
  void undo_takes_the_effect_back_and_may_be_sent_twice() {
    var act = prepared();
    assumeTrue(
        act.action().undo().isPresent(),
        subject.retryClass() == RetryClass.PURE ? "pure: nothing changes outside" : "irreversible");
    var landed = landed(connector.send(session(platform.url()), act));
    var arguments = connector.undoArguments(act, landed).orElseThrow();
    var undo = action(act.action().undo().orElseThrow());
    assertValid(undo.input(), arguments);
    var back = new Act(undo, EffectId.next(), arguments, NullNode.getInstance(), Subject.NOW);
    var undone = landed(connector.send(session(platform.url()), back));
    assertValid(undo.output(), undone.output());
    assertThat(subject.effects()).isZero();
    if (undo.retryClass() == RetryClass.IDEMPOTENT) {
      landed(connector.send(session(platform.url()), back));
    } else {
      assertThat(connector.lookUp(session(platform.url()), back)).isInstanceOf(Finding.Found.class);
    }
    assertThat(subject.effects()).isZero();
  }

  @Test
  @Keeps(Promise.SENT_TWICE)
  void a_duplicate_makes_no_second_effect() {
    var told = subject.whenSentTwice();
    assumeTrue(
        !told.isEmpty() || subject.retryClass() == RetryClass.IDEMPOTENT,
        switch (subject.retryClass()) {
          case PURE -> "pure: nothing changes outside";
          case RECONCILABLE -> "the platform takes both; it is looked up before it is sent again";
          case BLIND -> "blind: never sent again";
          case IDEMPOTENT -> "";
        });
    var act = prepared();
    landed(connector.send(session(platform.url()), act));
    var second = connector.send(session(platform.url()), act);
    if (told.isEmpty()) {
      assertThat(second).isInstanceOf(Outcome.Landed.class);
    } else {
      assertThat(second).isInstanceOfAny(told.toArray(Class[]::new));
    }
    assertThat(subject.effects()).isEqualTo(1);
  }

  @Test
  @Keeps(Promise.PREPARE)
  void preparing_has_no_effect_though_the_platform_fails() {
    assumeTrue(action(subject.action()).prepares(), "nothing is asked beforehand");
    var act = prepared();
    for (var fault : LOUD) {
      platform.arm(request -> true, fault);
      var unprepared =
          new Act(
              act.action(),
              EffectId.next(),
              act.arguments(),
              NullNode.getInstance(),
              act.firstDispatched());
      var answer = connector.prepare(session(platform.url()), unprepared);
      if (answer instanceof Preparation.Refused) {
        assertThat(platform.disarmed()).as("it is refused for its fault alone").isTrue();
      }
      assertSecretsHidden(answer, act);
    }
    assertThat(subject.effects()).isZero();
  }

  /** The platform repeats in its errors all that it was sent, as careless ones do. */
  @Test
  @Keeps(Promise.SECRETS)
  void no_secret_is_told_by_any_answer_or_by_the_log() {
    try (var log = new LogEar()) {
      var act = prepared();
      for (var fault : LOUD) {
        platform.arm(subject::makesEffect, fault);
        assertSecretsHidden(connector.send(session(platform.url()), act), act);
        platform.arm(request -> true, fault);
        assertSecretsHidden(connector.lookUp(session(platform.url()), act), act);
        if (subject.hasAccount()) {
          platform.arm(request -> true, fault);
          assertSecretsHidden(connector.whoami(session(platform.url())), act);
        }
        platform.arm(request -> false, fault);
      }
      assertSecretsHidden(log.heard(), act);
    }
  }

  private static void assumeLookUp(Act act) {
    assumeTrue(
        act.action().lookUp().isPresent(), act.action().retryClass().word() + ": not looked up");
  }

  private Outcome sendInto(Fault fault, Act act) {
    if (fault == Fault.REFUSED_CONNECTION) {
      var closed = PlatformServer.gone(subject);
      var elsewhere =
          new Act(
              act.action(),
              act.effect(),
              subject.arguments(closed),
              act.handle(),
              act.firstDispatched());
      return connector.send(session(closed.url()), elsewhere);
    }
    platform.arm(subject::makesEffect, fault);
    var outcome = connector.send(session(platform.url()), act);
    assertThat(platform.disarmed()).as("the fault was met").isTrue();
    return outcome;
  }

  /** What the ledger would do next with an unknown outcome. */
  private void settle(Fault fault, Act act) {
    switch (subject.retryClass()) {
      case PURE -> landed(connector.send(session(platform.url()), act));
      case IDEMPOTENT -> {
        landed(connector.send(session(platform.url()), act));
        assertThat(subject.effects()).isEqualTo(1);
      }
      case RECONCILABLE -> {
        var finding = connector.lookUp(session(platform.url()), act);
        assertSecretsHidden(finding, act);
        if (fault.acts()) {
          assertThat(finding)
              .isInstanceOfSatisfying(
                  Finding.Found.class,
                  found -> {
                    assertThat(found.landed().reference()).isEqualTo(subject.reference());
                    assertValid(act.action().output(), found.landed().output());
                  });
        } else {
          assertThat(finding).isInstanceOf(subject.whenNothingLanded());
        }
        assertThat(subject.effects()).isEqualTo(fault.acts() ? 1 : 0);
      }
      case BLIND -> {} // never again
    }
  }

  private Class<? extends Outcome> expected(Fault fault) {
    var declared = subject.declared().get(fault);
    if (declared != null) {
      return declared;
    }
    return switch (fault) {
      case REFUSED_CONNECTION,
          LIMITED_WITH_RETRY_AFTER,
          LIMITED_WITHOUT_RETRY_AFTER,
          BAD_REQUEST,
          UNAUTHORIZED ->
          Outcome.NotLanded.class;
      case RESET_BEFORE,
          RESET_AFTER,
          HANG_AFTER,
          ERROR_500_AFTER,
          TRUNCATED_AFTER,
          MALFORMED_AFTER,
          REDIRECT ->
          Outcome.Unknown.class;
    };
  }

  private void assertNotLanded(Fault fault, Outcome.NotLanded outcome) {
    if (fault == Fault.LIMITED_WITH_RETRY_AFTER) {
      assertThat(outcome.notBefore()).contains(Subject.NOW.plusSeconds(7));
    } else {
      assertThat(outcome.notBefore()).isEqualTo(Optional.<Instant>empty());
    }
    var retryable =
        switch (fault) {
          case REFUSED_CONNECTION -> true;
          case LIMITED_WITH_RETRY_AFTER, LIMITED_WITHOUT_RETRY_AFTER -> !subject.settledByAnswers();
          default -> false;
        };
    assertThat(outcome.retryable()).isEqualTo(retryable);
  }

  private void assertSecretsHidden(Object said, Act act) {
    var plain = connector.manifest().plainCredentials();
    for (var member : subject.credentials().properties()) {
      var secret = member.getValue();
      if (secret.asText().length() >= 6 && !plain.contains(member.getKey())) {
        assertThat(said.toString()).doesNotContain(secret.asText());
        assertThat(act.handle().toString()).doesNotContain(secret.asText().replace("0x", ""));
      }
    }
  }

  /** The act as the ledger freezes it, prepared where the manifest says so; short of patience. */
  private Act prepared() {
    var declared = action(subject.action());
    var action =
        new Manifest.Action(
            declared.name(),
            declared.title(),
            declared.input(),
            declared.output(),
            declared.retryClass(),
            declared.undoClass(),
            declared.prepares(),
            declared.lookUp(),
            declared.undo(),
            TIMEOUT,
            declared.attempts(),
            declared.takes(),
            declared.observes());
    var arguments = subject.arguments(platform);
    var act = new Act(action, EffectId.next(), arguments, NullNode.getInstance(), Subject.NOW);
    if (!action.prepares()) {
      return act;
    }
    var ready = connector.prepare(session(platform.url()), act);
    assertThat(ready).isInstanceOf(Preparation.Ready.class);
    assertThat(subject.effects()).as("preparing has no effect").isZero();
    var handle = ((Preparation.Ready) ready).handle();
    return new Act(action, act.effect(), arguments, handle, Subject.NOW);
  }

  private Manifest.Action action(String name) {
    return Objects.requireNonNull(connector.manifest().actions().get(name));
  }

  private Session session(URI url) {
    var credentials =
        new Credentials(subject.credentials()).telling(connector.manifest().plainCredentials());
    return new Session(url, subject.principal(), credentials, Origin.TENANT);
  }

  private static Outcome.Landed landed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Landed.class);
    return (Outcome.Landed) outcome;
  }

  private static void assertValid(JsonNode schema, JsonNode value) {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    assertThat(registry.getSchema(schema).validate(value)).isEmpty();
  }
}
