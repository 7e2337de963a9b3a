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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The promises every connector keeps, tried against a platform that misbehaves. What really
 * happened is asked of the platform's own books.
 */
@Tag("connectors")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConnectorContract {
  private static final Duration TIMEOUT = Duration.ofMillis(700);

  private final List<String> matrix = new ArrayList<>();
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

  @BeforeAll
  void start() {
    matrix.clear();
  }

  @AfterAll
  void report() {
    egress.close();
    System.out.printf(
        "matrix %s.%s [%s]: %s%n",
        connector.manifest().name(),
        subject.action(),
        subject.retryClass().word(),
        String.join(", ", matrix));
  }

  @Test
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
  void whoami_finds_the_account() {
    assumeTrue(subject.hasAccount());
    assertThat(connector.whoami(session(platform.url())))
        .isInstanceOfSatisfying(
            Connector.Whoami.Known.class,
            known -> assertThat(known.principal()).isEqualTo(subject.principal()));
  }

  @Test
  void whoami_tells_when_the_platform_refuses() {
    assumeTrue(subject.hasAccount());
    platform.arm(request -> true, Fault.UNAUTHORIZED);
    assertThat(connector.whoami(session(platform.url())))
        .isInstanceOfSatisfying(
            Connector.Whoami.Refused.class, refused -> assertThat(refused.status()).isEqualTo(401));
  }

  @Test
  void a_sent_act_lands_once_and_answers_as_its_schema_says() {
    var act = prepared();
    var landed = landed(connector.send(session(platform.url()), act));
    assertValid(act.action().output(), landed.output());
    if (subject.retryClass() != RetryClass.PURE) {
      assertThat(subject.effects()).isEqualTo(1);
      assertThat(landed.reference()).isEqualTo(subject.reference());
    }
    matrix.add("sent=Landed");
  }

  @ParameterizedTest
  @EnumSource
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
    var detail =
        switch (outcome) {
          case Outcome.NotLanded n -> {
            assertNotLanded(fault, n);
            yield "NotLanded" + (n.retryable() ? "(retryable)" : "");
          }
          case Outcome.Unknown u -> "Unknown" + settle(fault, act);
          case Outcome.Landed l -> "Landed";
        };
    matrix.add(fault.name().toLowerCase(java.util.Locale.ROOT) + "=" + detail);
  }

  @Test
  void a_look_up_does_not_take_a_near_miss_for_the_effect() {
    var act = prepared();
    assumeTrue(act.action().lookUp().isPresent());
    subject
        .nearMisses(act)
        .forEach(
            (name, put) -> {
              put.run();
              assertThat(connector.lookUp(session(platform.url()), act))
                  .as(name)
                  .isNotInstanceOf(Finding.Found.class);
            });
    matrix.add("near misses=" + subject.nearMisses(act).keySet());
  }

  @Test
  void a_look_up_that_meets_a_fault_proves_nothing() {
    var act = prepared();
    assumeTrue(act.action().lookUp().isPresent());
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
  void undo_takes_the_effect_back_and_may_be_sent_twice() {
    var act = prepared();
    assumeTrue(act.action().undo().isPresent());
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
    matrix.add("undo=Landed");
  }

  @Test
  void a_duplicate_makes_no_second_effect() {
    assumeTrue(!subject.whenSentTwice().isEmpty());
    var act = prepared();
    landed(connector.send(session(platform.url()), act));
    var second = connector.send(session(platform.url()), act);
    assertThat(second).isInstanceOfAny(subject.whenSentTwice().toArray(Class[]::new));
    assertThat(subject.effects()).isEqualTo(1);
    matrix.add("duplicate=" + second.getClass().getSimpleName());
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

  /** What the ledger would do next with an unknown outcome; says what came of it. */
  private String settle(Fault fault, Act act) {
    return switch (subject.retryClass()) {
      case PURE -> {
        landed(connector.send(session(platform.url()), act));
        yield ", again=Landed";
      }
      case IDEMPOTENT -> {
        landed(connector.send(session(platform.url()), act));
        assertThat(subject.effects()).isEqualTo(1);
        yield ", again=Landed once";
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
        yield ", look-up=" + finding.getClass().getSimpleName();
      }
      case BLIND -> ", never again";
    };
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
