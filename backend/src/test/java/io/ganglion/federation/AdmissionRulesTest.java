package io.ganglion.federation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.federation.Admission.Owner;
import io.ganglion.federation.Admission.Way;
import io.ganglion.identity.Person;
import io.ganglion.kernel.TenantId;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may come by which way. */
@Tag("unit")
class AdmissionRulesTest {
  private static final TenantId ACME = TenantId.next();
  private static final Person ANN =
      new Person(
          "https://id.example", "1", Optional.of("ann@acme.example"), true, Optional.empty());
  private static final Person NOBODY =
      new Person("https://id.example", "2", Optional.empty(), false, Optional.empty());

  private static void judge(Person person, Optional<TenantId> by, Optional<Owner> owner) {
    Admission.judge(person, by.map(tenant -> new Way(tenant, Optional.empty())), owner);
  }

  private static Optional<Owner> owner(TenantId tenant, boolean enforced) {
    return Optional.of(new Owner(tenant, enforced, false));
  }

  @Test
  void where_nobody_has_the_domain_people_sign_in_as_they_like() {
    assertThatCode(() -> judge(ANN, Optional.empty(), Optional.empty())).doesNotThrowAnyException();
    assertThatCode(() -> judge(NOBODY, Optional.empty(), Optional.empty()))
        .doesNotThrowAnyException();
  }

  @Test
  void where_nothing_is_enforced_both_ways_are_open() {
    assertThatCode(() -> judge(ANN, Optional.empty(), owner(ACME, false)))
        .doesNotThrowAnyException();
    assertThatCode(() -> judge(ANN, Optional.of(ACME), owner(ACME, false)))
        .doesNotThrowAnyException();
  }

  @Test
  void what_is_enforced_is_the_only_way() {
    assertThatCode(() -> judge(ANN, Optional.of(ACME), owner(ACME, true)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> judge(ANN, Optional.empty(), owner(ACME, true)))
        .hasMessageContaining("acme.example");
    assertThatThrownBy(() -> judge(ANN, Optional.of(TenantId.next()), owner(ACME, true)))
        .isInstanceOf(FederationProblem.class);
  }

  @Test
  void a_tenants_provider_has_no_say_about_other_domains() {
    assertThatThrownBy(() -> judge(ANN, Optional.of(ACME), Optional.empty()))
        .hasMessageContaining("ann@acme.example");
    assertThatThrownBy(() -> judge(ANN, Optional.of(TenantId.next()), owner(ACME, false)))
        .isInstanceOf(FederationProblem.class);
    assertThatThrownBy(() -> judge(NOBODY, Optional.of(ACME), Optional.empty()))
        .isInstanceOf(FederationProblem.class);
  }
}
