package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("infra")
class LocalMailTest {
  private static final Path JAR = Path.of("target", "mail", "greenmail-standalone.jar");

  private final Home home = Home.of(LocalMailTest.class);

  @AfterEach
  void clean() {
    LocalMail.find(home.path()).ifPresent(LocalMail::stop);
    home.close();
  }

  @Test
  void whatIsSentIsReadOverHttpAndAnotherStartAdoptsIt() throws Exception {
    var server = LocalMail.start(home.path(), JAR.toAbsolutePath(), 0, 0);
    send(server.port(), "ann@example.com", "Come in");
    assertThat(
            Patience.until(
                Duration.ofSeconds(5),
                () -> read(server.mailsUrl("ann@example.com")).contains("Come in")))
        .isTrue();
    assertThat(read(server.mailsUrl("ann@example.com"))).contains("Come in");
    var adopted = LocalMail.start(home.path(), JAR.toAbsolutePath(), 0, 0);
    assertThat(adopted.process()).isEqualTo(server.process());
    assertThat(read(adopted.mailsUrl("ann@example.com"))).contains("Come in");
    adopted.stop();
    assertThat(LocalMail.find(home.path())).isEmpty();
  }

  private static String read(String url) {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a mail client says it. */
  private static void send(int port, String to, String subject) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var answers =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      assertThat(answers.readLine()).startsWith("220");
      for (var line :
          new String[] {
            "HELO localhost",
            "MAIL FROM:<ganglion@localhost>",
            "RCPT TO:<" + to + ">",
            "DATA",
            "Subject: " + subject + "\r\n\r\nHello\r\n."
          }) {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(answers.readLine()).as(line).matches("[23].*");
      }
    }
  }
}
