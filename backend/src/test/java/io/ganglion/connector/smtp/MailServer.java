package io.ganglion.connector.smtp;

import io.ganglion.connector.Fault;
import io.ganglion.connector.SocketServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server on loopback that misbehaves where it is told to, and keeps what it took. */
final class MailServer implements AutoCloseable {
  static final String USER = "ada";
  static final String PASSWORD = "mail-password-secret";

  /** Where in a conversation something goes wrong. */
  enum At {
    GREETING,
    EHLO,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    /** When the whole message has come. */
    MESSAGE
  }

  /** What goes wrong. */
  enum Wrong {
    NOTHING,
    REFUSED_FOR_NOW,
    REFUSED,
    /** The connection is reset before the server acted. */
    RESET_BEFORE,
    /** The server acted, then the connection is reset. */
    RESET_AFTER,
    /** The server acted, then says nothing. */
    HANGS_AFTER,
    /** The server acted, then says what is no reply. */
    GARBAGE_AFTER,
    /** The server acted, and its reply is cut before the line's end. */
    CUT_AFTER;

    /** The like of it in the contract of platforms that speak HTTP. */
    Optional<Fault> fault() {
      return switch (this) {
        case NOTHING -> Optional.empty();
        case REFUSED_FOR_NOW -> Optional.of(Fault.LIMITED_WITHOUT_RETRY_AFTER);
        case REFUSED -> Optional.of(Fault.BAD_REQUEST);
        case RESET_BEFORE -> Optional.of(Fault.RESET_BEFORE);
        case RESET_AFTER -> Optional.of(Fault.RESET_AFTER);
        case HANGS_AFTER -> Optional.of(Fault.HANG_AFTER);
        case GARBAGE_AFTER -> Optional.of(Fault.MALFORMED_AFTER);
        case CUT_AFTER -> Optional.of(Fault.TRUNCATED_AFTER);
      };
    }

    /** Whether the server does what it was asked although its caller doesn't learn of it. */
    boolean acts() {
      return switch (this) {
        case RESET_AFTER, HANGS_AFTER, GARBAGE_AFTER, CUT_AFTER -> true;
        case NOTHING, REFUSED_FOR_NOW, REFUSED, RESET_BEFORE -> false;
      };
    }
  }

  private final SocketServer server;
  private final At at;
  private final Wrong wrong;
  private final boolean starttls;
  private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  MailServer(At at, Wrong wrong, boolean starttls) {
    this.at = at;
    this.wrong = wrong;
    this.starttls = starttls;
    server = SocketServer.start(this::serve);
  }

  int port() {
    return server.port();
  }

  /** Messages that were taken, whatever their senders were told. */
  List<String> taken() {
    return List.copyOf(taken);
  }

  /** Commands as they came, message lines left out. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(Socket socket) {
    try (socket) {
      new Guest(socket).welcome();
    } catch (IOException | GeneralSecurityException e) {
      return; // the caller hung up, or was made to
    }
  }

  /** One conversation. */
  private final class Guest {
    private Socket socket;
    private BufferedReader in;
    private OutputStream out;

    Guest(Socket socket) throws IOException {
      this.socket = socket;
      this.in = reader(socket);
      this.out = socket.getOutputStream();
    }

    void welcome() throws IOException, GeneralSecurityException {
      answer(At.GREETING, "220 loopback ESMTP", () -> {});
      String line;
      while ((line = in.readLine()) != null) {
        heard.add(line);
        switch (line.split(" ")[0].toUpperCase(Locale.ROOT)) {
          case "EHLO" -> {
            var tls = starttls && !(socket instanceof SSLSocket) ? "250-STARTTLS\r\n" : "";
            var auth = starttls && tls.isEmpty() ? "250-AUTH PLAIN LOGIN\r\n" : "";
            answer(At.EHLO, "250-loopback\r\n" + tls + auth + "250 SIZE 100000", () -> {});
          }
          case "STARTTLS" -> {
            say("220 go ahead");
            secure();
          }
          case "AUTH" -> {
            var good =
                Base64.getEncoder()
                    .encodeToString(
                        ("\0" + USER + "\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            answer(
                At.AUTH, line.endsWith(good) ? "235 welcome" : "535 5.7.8 no: " + line, () -> {});
          }
          case "MAIL" -> answer(At.MAIL, "250 sender is welcome", () -> {});
          case "RCPT" -> answer(At.RCPT, "250 recipient is welcome", () -> {});
          case "DATA" -> {
            if (answer(At.DATA, "354 go on", () -> {})) {
              var message = message();
              answer(At.MESSAGE, "250 2.0.0 queued as 42", () -> taken.add(message));
            }
          }
          case "QUIT" -> {
            return;
          }
          default -> say("250 fine");
        }
      }
    }

    private String message() throws IOException {
      var message = new StringBuilder();
      String line;
      while ((line = in.readLine()) != null && !line.equals(".")) {
        message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      }
      if (line == null) {
        throw new IOException("the message was cut short");
      }
      return message.toString();
    }

    /** Whether all went well. */
    private boolean answer(At now, String words, Runnable act) throws IOException {
      var what = now == at ? wrong : Wrong.NOTHING;
      switch (what) {
        case REFUSED_FOR_NOW -> say("451 4.3.0 try again later");
        case REFUSED -> say("550 5.7.1 not here");
        case RESET_BEFORE -> reset();
        case RESET_AFTER -> {
          act.run();
          reset();
        }
        case HANGS_AFTER -> {
          act.run();
          while (in.read() >= 0) {
            Thread.onSpinWait();
          }
          throw new IOException("the caller hung up");
        }
        case GARBAGE_AFTER -> {
          act.run();
          say("<html>what");
        }
        case CUT_AFTER -> {
          act.run();
          out.write(words.substring(0, 2).getBytes(StandardCharsets.UTF_8));
          out.flush();
          socket.close();
          throw new IOException("cut");
        }
        case NOTHING -> {
          act.run();
          say(words);
        }
      }
      return what == Wrong.NOTHING;
    }

    private void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
      throw new IOException("reset");
    }

    private void say(String words) throws IOException {
      out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    private void secure() throws IOException, GeneralSecurityException {
      var secured =
          (SSLSocket)
              certificate().getSocketFactory().createSocket(socket, "127.0.0.1", port(), true);
      secured.setUseClientMode(false);
      secured.startHandshake();
      socket = secured;
      in = reader(secured);
      out = secured.getOutputStream();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
      return new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }
  }

  /** A certificate that nobody signed: that of the library's own test server. */
  private static SSLContext certificate() throws IOException, GeneralSecurityException {
    var password = "changeit".toCharArray();
    var store = KeyStore.getInstance("PKCS12");
    try (var file = MailServer.class.getResourceAsStream("/greenmail.p12")) {
      store.load(Objects.requireNonNull(file), password);
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
