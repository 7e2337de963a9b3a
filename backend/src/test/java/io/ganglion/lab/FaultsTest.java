package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether each fault does to the caller what it is called, and to the platform no more. */
@QuarkusTest
@Tag("it")
class FaultsTest {
  private static final JsonNode HELLO = Json.object().put("text", "hello");

  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor x;

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    x = lab.visitor(tenant, Platform.X);
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"RESET_BEFORE", "RESET_AFTER"})
  void a_reset_cuts_the_connection_without_an_answer(FaultKind kind) {
    next(kind);
    assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
    landed(kind == FaultKind.RESET_AFTER);
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"STATUS_500_BEFORE", "STATUS_500_AFTER"})
  void a_500_says_nothing_of_what_landed(FaultKind kind) {
    next(kind);
    assertThat(post().status()).isEqualTo(500);
    landed(kind == FaultKind.STATUS_500_AFTER);
  }

  @Test
  void a_truncated_answer_breaks_off_after_the_effect() {
    next(FaultKind.TRUNCATE_AFTER);
    assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
    landed(true);
  }

  @Test
  void a_malformed_answer_has_the_good_status_and_no_json() {
    next(FaultKind.MALFORMED_AFTER);
    var response = x.raw("POST", "/2/tweets", HELLO);
    assertThat(response.statusCode()).isEqualTo(201);
    assertThatThrownBy(
            () -> Json.parse(response.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isInstanceOf(java.io.IOException.class);
    landed(true);
  }

  @Test
  void a_rate_limit_says_when_to_come_back_if_it_has_a_delay() {
    lab.faults().program(tenant, program(FaultKind.RATE_LIMIT).delayed(Duration.ofSeconds(30)));
    var seen = post();
    assertThat(seen.status()).isEqualTo(429);
    assertThat(Long.parseLong(seen.header("x-rate-limit-reset")))
        .isBetween(Instant.now().getEpochSecond() + 20, Instant.now().getEpochSecond() + 40);
    landed(false);

    next(FaultKind.RATE_LIMIT);
    var silent = x.post("/2/tweets", Json.object().put("text", "other"));
    assertThat(silent.status()).isEqualTo(429);
    assertThat(silent.header("x-rate-limit-reset")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"HANG_AFTER", "SLOW"})
  void a_late_answer_comes_late_and_is_right(FaultKind kind) {
    lab.faults().program(tenant, program(kind).delayed(Duration.ofMillis(300)));
    long start = System.nanoTime();
    assertThat(post().status()).isEqualTo(201);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
    landed(true);
  }

  @Test
  void a_redirect_points_to_another_host() {
    next(FaultKind.REDIRECT);
    var response = x.raw("POST", "/2/tweets", HELLO);
    assertThat(response.statusCode()).isEqualTo(307);
    assertThat(response.headers().firstValue("location").orElse("")).contains("redirected.invalid");
    landed(false);
  }

  @Test
  void an_unauthorized_is_the_platforms_own() {
    next(FaultKind.UNAUTHORIZED);
    assertThat(post().status()).isEqualTo(401);
    landed(false);
  }

  @Test
  void search_lag_hides_what_landed_from_reads_only() {
    lab.faults().program(tenant, program(FaultKind.SEARCH_LAG).delayed(Duration.ofMinutes(5)));
    var id = post().body().at("/data/id").asText();
    assertThat(x.get("/2/tweets/" + id).body().has("errors")).isTrue();
    assertThat(timeline()).isZero();
    assertThat(post().status()).isEqualTo(403); // the platform itself knows it
    landed(true);
  }

  @Test
  void a_fault_strikes_as_often_as_programmed_and_only_what_it_matches() {
    lab.faults()
        .program(
            tenant,
            Fault.Program.next(Platform.X, "POST", "/2/tweets", FaultKind.STATUS_500_BEFORE, 2));
    assertThat(x.get("/2/users/me").status()).isEqualTo(200);
    assertThat(post().status()).isEqualTo(500);
    assertThat(post().status()).isEqualTo(500);
    assertThat(post().status()).isEqualTo(201);
    assertThat(lab.faults().list(tenant))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.struck()).isEqualTo(2);
              assertThat(fault.program().remaining()).contains(0);
            });
  }

  @Test
  void the_same_seed_strikes_the_same_calls() {
    var first = strikes(42);
    assertThat(strikes(42)).isEqualTo(first);
    assertThat(strikes(43)).isNotEqualTo(first);
    assertThat(first).contains(true).contains(false);
  }

  @Test
  void another_account_and_another_tenant_are_spared() {
    var neighbour = lab.visitor(tenant, Platform.X);
    var stranger = lab.visitor(lab.tenant(), Platform.X);
    var all = LabBench.always(Platform.X, FaultKind.STATUS_500_BEFORE);
    lab.faults()
        .program(
            tenant,
            new Fault.Program(
                Platform.X,
                Optional.of(x.account().account()),
                Optional.empty(),
                "",
                all.kind(),
                Optional.empty(),
                1,
                0,
                Duration.ZERO));
    assertThat(x.get("/2/users/me").status()).isEqualTo(500);
    assertThat(neighbour.get("/2/users/me").status()).isEqualTo(200);
    assertThat(stranger.get("/2/users/me").status()).isEqualTo(200);
    lab.faults().clear(tenant);
    assertThat(x.get("/2/users/me").status()).isEqualTo(200);
  }

  private ArrayList<Boolean> strikes(long seed) {
    lab.faults().clear(tenant);
    var often = LabBench.always(Platform.X, FaultKind.STATUS_500_BEFORE);
    lab.faults()
        .program(
            tenant,
            new Fault.Program(
                Platform.X,
                Optional.empty(),
                Optional.empty(),
                "",
                often.kind(),
                Optional.empty(),
                0.5,
                seed,
                Duration.ZERO));
    var struck = new ArrayList<Boolean>();
    for (int i = 0; i < 16; i++) {
      struck.add(x.get("/2/users/me").status() == 500);
    }
    return struck;
  }

  private void next(FaultKind kind) {
    lab.faults().program(tenant, program(kind));
  }

  private static Fault.Program program(FaultKind kind) {
    return Fault.Program.next(Platform.X, "POST", "/2/tweets", kind, 1);
  }

  private Visitor.Seen post() {
    return x.post("/2/tweets", HELLO);
  }

  private void landed(boolean expected) {
    assertThat(lab.happened(tenant)).hasSize(expected ? 1 : 0);
  }

  private int timeline() {
    return x.get("/2/users/%s/tweets".formatted(x.account().account()))
        .body()
        .at("/meta/result_count")
        .asInt();
  }
}
