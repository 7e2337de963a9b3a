package io.ganglion.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.testing.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class GuardedEgressTest {
  private final GuardedEgress egress = new GuardedEgress(EgressSettings.allowing("127.0.0.1/32"));

  @AfterEach
  void close() {
    egress.close();
  }

  @Test
  void an_answer_comes_back_with_lower_case_headers() {
    try (var peer =
        new LoopbackPeer(
            c -> {
              c.request();
              c.write("HTTP/1.1 201 X\r\nX-Rate: 7\r\nContent-Length: 2\r\n\r\nhi");
            })) {
      var answer = (HttpResult.Answered) egress.call(Calls.post(peer.uri("/a?b=%20c"), "body"));
      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.header("x-rate")).contains("7");
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("hi");
      assertThat(peer.heads().getFirst()).startsWith("POST /a?b=%20c HTTP/1.1\r\n");
    }
  }

  @Nested
  class Not_sent {
    @Test
    void a_refused_connection() throws IOException {
      int port;
      try (var unused = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
        port = unused.getLocalPort();
      }
      var result = egress.call(Calls.get(URI.create("http://127.0.0.1:" + port)));
      assertThat(result)
          .isEqualTo(new HttpResult.NotSent("the connection was refused or not answered", false));
    }

    @Test
    void a_peer_that_does_not_speak_tls() {
      try (var peer = new LoopbackPeer(c -> c.write("this is no handshake\r\n\r\n"))) {
        var uri = URI.create("https://127.0.0.1:" + peer.port());
        assertThat(egress.call(Calls.get(uri)))
            .isInstanceOfSatisfying(
                HttpResult.NotSent.class, n -> assertThat(n.guarded()).isFalse());
      }
    }

    @Test
    void a_peer_that_hangs_in_the_tls_handshake() {
      try (var peer = new LoopbackPeer(LoopbackPeer.Connection::hang)) {
        var uri = URI.create("https://127.0.0.1:" + peer.port());
        assertThat(egress.call(Calls.get(uri))).isInstanceOf(HttpResult.NotSent.class);
      }
    }

    @Test
    void a_name_without_an_address() {
      var uri = URI.create("http://nothing.invalid/");
      assertThat(egress.call(Calls.get(uri)))
          .isEqualTo(new HttpResult.NotSent("the host has no address", false));
    }

    @Test
    void an_address_off_limits_which_sees_no_connection() {
      var strict = new GuardedEgress(EgressSettings.allowing("10.0.0.0/8"));
      try (var peer = LoopbackPeer.answering("secret")) {
        assertThat(strict.call(Calls.get(peer.uri("/"))))
            .isInstanceOfSatisfying(
                HttpResult.NotSent.class, n -> assertThat(n.guarded()).isTrue());
        assertThat(strict.call(Calls.by(Origin.OPERATOR, Calls.get(peer.uri("/")))))
            .isInstanceOf(HttpResult.Answered.class);
        // The operator's connection is kept alive now; a tenant must not ride on it.
        assertThat(strict.call(Calls.get(peer.uri("/")))).isInstanceOf(HttpResult.NotSent.class);
        assertThat(peer.accepted()).isEqualTo(1);
      } finally {
        strict.close();
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"Host", "content-length", "Transfer-Encoding", "Connection", "bad name"})
    void a_header_that_is_not_the_callers(String header) {
      try (var peer = LoopbackPeer.answering("")) {
        assertThat(egress.call(Calls.with(header, "1", Calls.get(peer.uri("/")))))
            .isInstanceOf(HttpResult.NotSent.class);
        assertThat(peer.accepted()).isZero();
      }
    }

    @Test
    void a_header_value_with_a_line_break() {
      try (var peer = LoopbackPeer.answering("")) {
        assertThat(egress.call(Calls.with("X-A", "1\r\nX-B: 2", Calls.get(peer.uri("/")))))
            .isInstanceOf(HttpResult.NotSent.class);
      }
    }
  }

  @Nested
  class Lost {
    @Test
    void a_reset_before_the_whole_request_was_read() {
      assertLost(
          c -> {
            c.in().read();
            c.reset();
          });
    }

    @Test
    void a_reset_after_the_request_was_read() {
      assertLost(
          c -> {
            c.request();
            c.reset();
          });
    }

    @Test
    void a_close_without_an_answer() {
      assertLost(LoopbackPeer.Connection::request);
    }

    @Test
    void a_body_cut_short() {
      assertLost(
          c -> {
            c.request();
            c.write("HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\nhalf");
          });
    }

    @Test
    void a_chunked_body_cut_short() {
      assertLost(
          c -> {
            c.request();
            c.write("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf");
          });
    }

    @Test
    void an_answer_that_is_not_http() {
      assertLost(
          c -> {
            c.request();
            c.write("220 mail.example ESMTP\r\n\r\n".repeat(3));
          });
    }

    @Test
    void an_answer_with_an_endless_header_line() {
      assertLost(
          c -> {
            c.request();
            c.write("HTTP/1.1 200 X\r\nX-A: " + "a".repeat(100_000));
          });
    }

    @Test
    void an_answer_with_endless_header_lines() {
      assertLost(
          c -> {
            c.request();
            c.write("HTTP/1.1 200 X\r\n" + "X-A: b\r\n".repeat(5_000) + "\r\n");
          });
    }

    @Test
    void a_peer_that_never_answers() {
      assertLost(
          c -> {
            c.request();
            c.hang();
          });
    }

    @Test
    void a_peer_that_answers_byte_by_byte() {
      assertLost(
          c -> {
            c.request();
            c.write("HTTP/1.1 200 X\r\nContent-Length: 100000\r\n\r\n");
            for (int i = 0; i < 100_000; i++) {
              c.write("a");
              c.socket().setSoTimeout(20); // paced by a read that nobody answers
              try {
                c.in().read();
              } catch (java.net.SocketTimeoutException e) {
                continue;
              }
            }
          });
    }

    @Test
    void an_answer_larger_than_allowed_by_its_own_word() {
      assertTooLarge("Content-Length: %d\r\n\r\n".formatted(EgressSettings.ANSWER_BYTES + 1));
    }

    @Test
    void an_answer_larger_than_allowed_without_a_word() {
      assertTooLarge("\r\n");
    }

    @Test
    void a_kept_connection_that_dies_under_the_second_request_is_not_tried_again() {
      try (var peer =
          new LoopbackPeer(
              c -> {
                c.request();
                c.answer(200, "first");
                c.request();
                c.reset();
              })) {
        assertThat(egress.call(Calls.get(peer.uri("/")))).isInstanceOf(HttpResult.Answered.class);
        assertThat(egress.call(Calls.post(peer.uri("/"), "x"))).isInstanceOf(HttpResult.Lost.class);
        assertThat(peer.heads()).hasSize(2);
        assertThat(peer.accepted()).isEqualTo(1);
      }
    }

    private void assertTooLarge(String rest) {
      try (var peer =
          new LoopbackPeer(
              c -> {
                c.request();
                c.write("HTTP/1.1 200 X\r\n" + rest + "a".repeat(EgressSettings.ANSWER_BYTES * 2));
                c.hang();
              })) {
        assertThat(egress.call(Calls.get(peer.uri("/"))))
            .isEqualTo(new HttpResult.Lost("the answer is too large"));
      }
    }

    private void assertLost(LoopbackPeer.Behaviour behaviour) {
      try (var peer = new LoopbackPeer(behaviour)) {
        var started = System.nanoTime();
        var result = egress.call(Calls.brief(Calls.post(peer.uri("/"), "{}")));
        assertThat(result).isInstanceOf(HttpResult.Lost.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started))
            .isLessThan(Calls.SHORT.plusSeconds(2));
        assertThat(peer.accepted()).isEqualTo(1);
      }
    }
  }

  @Nested
  class Connections {
    @Test
    void are_kept_and_used_again() {
      try (var peer = LoopbackPeer.answering("a")) {
        egress.call(Calls.get(peer.uri("/")));
        egress.call(Calls.get(peer.uri("/")));
        assertThat(peer.accepted()).isEqualTo(1);
      }
    }

    @Test
    void are_new_for_a_fresh_call() {
      try (var peer = LoopbackPeer.answering("a")) {
        egress.call(Calls.get(peer.uri("/")));
        egress.call(Calls.fresh(Calls.get(peer.uri("/"))));
        egress.call(Calls.fresh(Calls.get(peer.uri("/"))));
        assertThat(peer.accepted()).isEqualTo(3);
      }
    }

    @Test
    void that_died_while_they_rested_are_found_out_before_use() {
      try (var peer =
          new LoopbackPeer(
              c -> {
                c.request();
                c.answer(200, "once");
              })) {
        assertThat(egress.call(Calls.get(peer.uri("/")))).isInstanceOf(HttpResult.Answered.class);
        Patience.await()
            .until(() -> egress.call(Calls.get(peer.uri("/"))) instanceof HttpResult.Answered);
        assertThat(peer.accepted()).isGreaterThanOrEqualTo(2);
      }
    }
  }

  @Test
  void a_name_that_changes_its_address_is_checked_at_each_connection() throws IOException {
    var names =
        new FixedNames(InetAddress.getByName("127.0.0.1")).then(InetAddress.getByName("127.0.0.2"));
    var rebinding = new GuardedEgress(EgressSettings.allowing("127.0.0.1/32"), names);
    try (var peer = LoopbackPeer.answering("a")) {
      var uri = URI.create("http://rebind.example:%d/".formatted(peer.port()));
      assertThat(rebinding.call(Calls.fresh(Calls.get(uri))))
          .isInstanceOf(HttpResult.Answered.class);
      assertThat(names.asked()).isEqualTo(1); // checked and connected by one answer
      assertThat(rebinding.call(Calls.fresh(Calls.get(uri))))
          .isInstanceOfSatisfying(HttpResult.NotSent.class, n -> assertThat(n.guarded()).isTrue());
    } finally {
      rebinding.close();
    }
  }
}
