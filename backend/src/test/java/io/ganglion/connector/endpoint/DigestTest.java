package io.ganglion.connector.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** By the examples of RFC 2617 and RFC 7616. */
@Tag("unit")
class DigestTest {
  private static final URI INDEX = URI.create("http://www.example.org/dir/index.html");

  private static String answer(String challenge, String password, String cnonce) {
    return Digest.of(List.of(challenge))
        .orElseThrow()
        .answer("GET", INDEX, "Mufasa", password, cnonce);
  }

  @Test
  void answers_as_the_older_standard_says() {
    assertThat(
            answer(
                "Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"",
                "Circle Of Life",
                "0a4f113b"))
        .contains("response=\"6629fae49393a05397450978507c4ef1\"")
        .contains("opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"")
        .contains("uri=\"/dir/index.html\"");
  }

  @Test
  void answers_with_sha_256_as_the_newer_standard_says() {
    assertThat(
            answer(
                "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"",
                "Circle of Life",
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"))
        .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"");
  }

  @Test
  void takes_the_first_challenge_it_knows_and_no_other() {
    assertThat(Digest.of(List.of("Basic realm=\"a\"", "Digest realm=\"a\""))).isEmpty();
    assertThat(Digest.of(List.of("Digest nonce=\"n\", algorithm=MD4"))).isEmpty();
    assertThat(Digest.of(List.of("Digest nonce=\"n\", qop=\"auth-int\""))).isEmpty();
    assertThat(Digest.of(List.of("Digest nonce=\"n\", algorithm=MD4", "Digest nonce=\"m\"")))
        .isPresent();
  }
}
