package io.ganglion.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class RedirectTest {
  private final GuardedEgress egress = new GuardedEgress(EgressSettings.allowing("127.0.0.1/32"));

  @AfterEach
  void close() {
    egress.close();
  }

  @Test
  void is_answered_as_it_is_unless_asked_for() {
    try (var peer = redirecting(302, "/elsewhere")) {
      var answer = (HttpResult.Answered) egress.call(Calls.get(peer.uri("/")));
      assertThat(answer.status()).isEqualTo(302);
      assertThat(peer.heads()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2/", "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd",
        "http://127.0.0.1:22/", "http://user:pw@127.0.0.1/", "http://[::1]/"
      })
  void to_a_forbidden_address_is_lost_because_the_first_hop_was_sent(String target) {
    try (var peer = redirecting(302, target)) {
      assertThat(egress.call(Calls.following(3, Calls.get(peer.uri("/")))))
          .isInstanceOf(HttpResult.Lost.class);
    }
  }

  @Test
  void carries_no_credential_to_another_origin() {
    try (var other = LoopbackPeer.answering("there");
        var peer = redirecting(307, other.uri("/").toString())) {
      var call =
          Calls.with(
              "X-Api-Key",
              "k",
              Calls.with(
                  "Cookie", "c", Calls.with("Authorization", "a", Calls.get(peer.uri("/")))));
      assertThat(egress.call(Calls.following(1, Calls.with("Accept", "x/y", call))))
          .isInstanceOf(HttpResult.Answered.class);
      assertThat(other.heads().getFirst())
          .contains("Accept: x/y")
          .doesNotContainIgnoringCase("authorization")
          .doesNotContainIgnoringCase("cookie")
          .doesNotContainIgnoringCase("api-key");
    }
  }

  @Test
  void keeps_credentials_on_its_own_origin() {
    try (var peer =
        new LoopbackPeer(
            c -> {
              c.request();
              c.redirect(302, "/next");
              c.request();
              c.answer(200, "ok");
            })) {
      var call = Calls.with("Authorization", "a", Calls.get(peer.uri("/")));
      assertThat(egress.call(Calls.following(1, call))).isInstanceOf(HttpResult.Answered.class);
      assertThat(peer.heads().get(1)).startsWith("GET /next ").contains("Authorization: a");
    }
  }

  @Test
  void in_a_circle_ends_with_the_redirect_itself() {
    try (var peer =
        new LoopbackPeer(
            c -> {
              while (!c.request().isEmpty()) {
                c.redirect(302, "/again");
              }
            })) {
      var answer = (HttpResult.Answered) egress.call(Calls.following(3, Calls.get(peer.uri("/"))));
      assertThat(answer.status()).isEqualTo(302);
      assertThat(peer.heads()).hasSize(4);
    }
  }

  @Test
  void after_see_other_becomes_a_get_without_a_body() {
    try (var peer =
        new LoopbackPeer(
            c -> {
              c.request();
              c.redirect(303, "/done");
              c.request();
              c.answer(200, "ok");
            })) {
      egress.call(Calls.following(1, Calls.post(peer.uri("/"), "body")));
      assertThat(peer.heads().stream().map(head -> head.split(" ")[0]).toList())
          .isEqualTo(List.of("POST", "GET"));
    }
  }

  private static LoopbackPeer redirecting(int status, String to) {
    return new LoopbackPeer(
        c -> {
          c.request();
          c.redirect(status, to);
        });
  }
}
