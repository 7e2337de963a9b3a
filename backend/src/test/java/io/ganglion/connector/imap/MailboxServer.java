package io.ganglion.connector.imap;

import io.ganglion.connector.Fault;
import io.ganglion.connector.SocketServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server of one mailbox with one mail, which goes wrong where it is asked to mark it. */
final class MailboxServer implements AutoCloseable {
  static final String USER = "ada";
  static final String PASSWORD = "a-mailbox-password";

  private final SocketServer server;
  private final Optional<Fault> fault;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile boolean seen;
  private volatile String literal = "";

  MailboxServer(Optional<Fault> fault) {
    this.fault = fault;
    server = SocketServer.start(this::serve);
  }

  int port() {
    return server.port();
  }

  /** Whether the mail is marked, by the server's own books. */
  boolean seen() {
    return seen;
  }

  List<String> heard() {
    return List.copyOf(heard);
  }

  /** What it announces in place of the mail. */
  void announces(String size) {
    literal = size;
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      say(socket, "* OK ready");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        var words = line.split(" ", 3);
        if (!answer(socket, words[0], words.length > 1 ? words[1] : "", line)) {
          return;
        }
      }
    } catch (IOException e) {
      return; // the caller hung up
    }
  }

  private boolean answer(Socket socket, String tag, String command, String line)
      throws IOException {
    switch (command) {
      case "LOGIN" -> {
        boolean known = line.endsWith(" %s %s".formatted(USER, PASSWORD));
        say(socket, tag + (known ? " OK in" : " NO [AUTHENTICATIONFAILED] who is " + line));
      }
      case "SELECT", "EXAMINE" -> {
        say(socket, "* 1 EXISTS", "* OK [UIDVALIDITY 7] .", "* OK [UIDNEXT 6] .", tag + " OK open");
      }
      case "LIST" -> say(socket, "* LIST () \"/\" INBOX", tag + " OK listed");
      case "LOGOUT" -> say(socket, "* BYE", tag + " OK out");
      case "UID" -> {
        return uid(socket, tag, line);
      }
      default -> say(socket, tag + " BAD what");
    }
    return true;
  }

  private boolean uid(Socket socket, String tag, String line) throws IOException {
    if (line.contains("FETCH")) {
      var mail =
          literal.isEmpty()
              ? "* 1 FETCH (UID 5 FLAGS (%s))".formatted(seen ? "\\Seen" : "")
              : "* 1 FETCH (UID 5 BODY[] {%s}".formatted(literal);
      say(socket, mail, tag + " OK fetched");
      return true;
    }
    if (!line.contains("STORE")) {
      say(socket, "* SEARCH 5", tag + " OK found");
      return true;
    }
    if (fault.isEmpty() || fault.get().acts()) {
      seen = line.contains("+FLAGS");
    }
    if (fault.isEmpty()) {
      say(socket, "* 1 FETCH (UID 5 FLAGS ())", tag + " OK stored");
      return true;
    }
    return switch (fault.get()) {
      case RESET_BEFORE, RESET_AFTER -> {
        socket.setSoLinger(true, 0);
        yield false;
      }
      case TRUNCATED_AFTER -> {
        socket.getOutputStream().write((tag + " O").getBytes(StandardCharsets.US_ASCII));
        yield false;
      }
      case MALFORMED_AFTER -> {
        say(socket, "<html>", "</html>");
        yield false;
      }
      case BAD_REQUEST -> {
        say(socket, tag + " NO no such flag in " + line);
        yield true;
      }
      case HANG_AFTER -> true;
      default -> throw new IllegalArgumentException(fault.get() + " is not IMAP's");
    };
  }

  private static void say(Socket socket, String... lines) throws IOException {
    for (var line : lines) {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
    socket.getOutputStream().flush();
  }
}
