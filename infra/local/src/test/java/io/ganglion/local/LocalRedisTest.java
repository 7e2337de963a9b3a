package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("infra")
class LocalRedisTest {
  private final Home home = Home.of(LocalRedisTest.class);

  @AfterEach
  void clean() {
    LocalRedis.find(home.path()).ifPresent(LocalRedis::stop);
    home.close();
  }

  @Test
  void dataStaysBetweenAStopAndTheNextStart() throws IOException {
    try (var first = LocalRedis.start(home.path(), 0)) {
      assertThat(ask(first, "SET kept 42")).isEqualTo("+OK");
    }
    try (var second = LocalRedis.start(home.path(), 0)) {
      assertThat(ask(second, "INCR kept")).isEqualTo(":43");
    }
  }

  @Test
  void nobodyGetsInWithoutThePassword() {
    try (var server = LocalRedis.start(home.path(), 0)) {
      assertThat(new RedisPing(server.port(), "guess").answered()).isFalse();
    }
  }

  @Test
  void aKilledLaunchersServerIsAdopted() throws Exception {
    long pid = OtherLauncher.startAndBeKilled("redis", home.path());
    try (var adopted = LocalRedis.start(home.path(), 0)) {
      assertThat(adopted.pid()).isEqualTo(pid);
      assertThat(adopted.answers()).isTrue();
    }
    assertThat(LocalRedis.find(home.path())).isEmpty();
  }

  @Test
  void aKilledServerStartsAgain() {
    var first = LocalRedis.start(home.path(), 0);
    first.killHard();
    try (var second = LocalRedis.start(home.path(), 0)) {
      assertThat(second.pid()).isNotEqualTo(first.pid());
    }
  }

  @Test
  void aStrangerWithTheRecordedPidIsLeftAlone() throws Exception {
    try (var stranger = Stranger.start()) {
      LocalRedis.start(home.path(), 0).stop();
      new ChildRecord(stranger.predecessor(), 1, "").write(home.path());
      try (var server = LocalRedis.start(home.path(), 0)) {
        assertThat(server.pid()).isNotEqualTo(stranger.pid());
      }
      assertThat(stranger.unharmed()).isTrue();
    }
  }

  private String ask(LocalRedis server, String command) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var ask = "AUTH %s\r\n%s\r\n".formatted(LocalRedis.password(home.path()), command);
      socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
      var answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      answer.readLine();
      return answer.readLine();
    }
  }
}
