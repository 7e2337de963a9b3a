package io.ganglion.egress;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;

/** One conversation by IMAP over an open connection. Used once. */
final class MailboxTalk {
  private static final int MAX_REPLY_CHARS = 300;
  private static final int MAX_LINE = 8_192;

  /** Untagged lines before the answer to STARTTLS. */
  private static final int MAX_LINES = 20;

  private final Socket line;
  private final SSLSocketFactory tls;

  MailboxTalk(Socket line, SSLSocketFactory tls) {
    this.line = line;
    this.tls = tls;
  }

  <T> MailboxResult<T> have(MailboxCall call, MailboxEgress.Asking<T> asking) {
    boolean in = false;
    try {
      var server = greeted(call);
      try {
        server.login(call.account().name(), call.account().password());
        in = true;
        return new MailboxResult.Had<>(asking.of(server));
      } finally {
        end(server);
      }
    } catch (CommandFailedException | BadCommandException e) {
      return new MailboxResult.Declined<>(!in, reply(e.getMessage()));
    } catch (IOException | ProtocolException e) {
      var reason = "the connection was lost, or what came is not IMAP";
      return in ? new MailboxResult.Lost<>(reason) : new MailboxResult.NotOpened<>(reason, false);
    } catch (IndexOutOfBoundsException | NumberFormatException | NullPointerException e) {
      // the library's parser, of an answer that no server would give
      return new MailboxResult.Lost<>("what came is not IMAP");
    }
  }

  /** The server has said that it is there, and the line is as secret as it shall be. */
  private IMAPProtocol greeted(MailboxCall call) throws IOException, ProtocolException {
    if (call.security() != MailCall.Security.STARTTLS) {
      var server = speaking(line);
      var greeting = server.readResponse();
      if (greeting == null || !greeting.isOK()) {
        throw new IOException("no greeting");
      }
      return server;
    }
    var in = line.getInputStream();
    if (!read(in).startsWith("* OK")) {
      throw new IOException("no greeting");
    }
    line.getOutputStream().write("S STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII));
    line.getOutputStream().flush();
    var answer = read(in);
    for (int i = 0; answer.startsWith("* ") && i < MAX_LINES; i++) {
      answer = read(in);
    }
    if (!answer.startsWith("S OK")) {
      throw new CommandFailedException("the server won't be secret: " + answer);
    }
    var secured = (SSLSocket) tls.createSocket(line, call.host(), call.port(), true);
    var parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // a certificate of that very name
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return speaking(secured);
  }

  private static IMAPProtocol speaking(Socket socket) throws IOException {
    var in = new Literals(new BufferedInputStream(socket.getInputStream()));
    var out = new PrintStream(socket.getOutputStream(), false, StandardCharsets.UTF_8);
    return new IMAPProtocol(in, out, new Properties(), false);
  }

  /** A line, byte by byte: what comes after it may be of the handshake. */
  private static String read(InputStream in) throws IOException {
    var text = new StringBuilder();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0 || text.length() == MAX_LINE) {
        throw new IOException("no line");
      }
      text.append((char) one);
    }
    return text.toString().strip();
  }

  private static void end(IMAPProtocol server) {
    try {
      server.logout();
    } catch (ProtocolException e) {
      return; // what it came to is known already
    }
  }

  private static String reply(@Nullable String said) {
    var text = said == null ? "" : said.replaceAll("\\p{Cntrl}+", " ").strip();
    return text.length() > MAX_REPLY_CHARS ? text.substring(0, MAX_REPLY_CHARS) : text;
  }
}
