package io.ganglion.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class SignInDomainTest {
  @ParameterizedTest
  @CsvSource({
    "example.com, example.com",
    " Example.COM, example.com",
    "bücher.example, xn--bcher-kva.example",
    "a.b-c.d1, a.b-c.d1"
  })
  void a_domain_is_kept_in_one_form(String text, String form) {
    assertThat(SignInDomain.parse(text)).contains(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "com",
        "example.com.",
        ".example.com",
        "exa mple.com",
        "*.example.com",
        "-a.example.com",
        "a_b.example.com",
        "10.0.0.1",
        "example.123",
        "user@example.com",
        "example.com/x",
        "example.com:53",
        "[::1]",
        "a..b"
      })
  void what_is_no_domain_is_refused(String text) {
    assertThat(SignInDomain.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 260})
  void what_is_too_long_is_refused(int length) {
    assertThat(SignInDomain.parse("a".repeat(length) + ".example")).isEmpty();
  }
}
