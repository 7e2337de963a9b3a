package io.ganglion.egress;

import io.ganglion.kernel.Cidr;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Has each conversation once, on a connection of its own to an address that the guard has seen. The
 * library that speaks the protocol is given the connection, and opens none.
 */
@ApplicationScoped
class GuardedMail implements MailEgress, MailboxEgress {
  private final EgressConfig config;
  private final DnsResolver names;
  private final AddressGuard guard;
  private final IntPredicate ports;
  private final IntPredicate mailboxPorts;
  private final SSLSocketFactory tls;
  private final Semaphore slots;
  private final ScheduledThreadPoolExecutor timer;

  @Inject
  GuardedMail(EgressConfig config) {
    this(
        config,
        SystemDefaultDnsResolver.INSTANCE,
        config.mailPorts()::contains,
        config.mailboxPorts()::contains,
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  GuardedMail(
      EgressConfig config,
      DnsResolver names,
      IntPredicate ports,
      IntPredicate mailboxPorts,
      SSLSocketFactory tls) {
    this.config = config;
    this.names = names;
    this.ports = ports;
    this.mailboxPorts = mailboxPorts;
    this.tls = tls;
    var allowed = config.allow().orElse(List.of()).stream().map(Cidr::of).toList();
    guard = new AddressGuard(names, allowed);
    slots = new Semaphore(config.mails(), true);
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("mail-deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Where a conversation is had, and how long at most. */
  private record Server(
      String host, int port, MailCall.Security security, Duration timeout, Origin origin) {}

  /** A conversation over a line that is open. */
  @FunctionalInterface
  private interface Talk<R> {
    R over(Socket line);
  }

  /** What it means that there was none. */
  @FunctionalInterface
  private interface Missed<R> {
    R because(String reason, boolean guarded);
  }

  @Override
  public MailResult call(MailCall call) {
    var server =
        new Server(call.host(), call.port(), call.security(), call.timeout(), call.origin());
    return had(server, ports, line -> new MailTalk(line, tls).have(call), MailResult.NotSent::new);
  }

  @Override
  public <T> MailboxResult<T> call(MailboxCall call, MailboxEgress.Asking<T> asking) {
    var server =
        new Server(call.host(), call.port(), call.security(), call.timeout(), call.origin());
    return had(
        server,
        mailboxPorts,
        line -> new MailboxTalk(line, tls).have(call, asking),
        MailboxResult.NotOpened::new);
  }

  private <R> R had(Server server, IntPredicate allowed, Talk<R> talk, Missed<R> missed) {
    if (server.origin() == Origin.TENANT && !allowed.test(server.port())) {
      return missed.because("port %d is no mail server's".formatted(server.port()), true);
    }
    if (!UrlRules.host(server.host())) {
      return missed.because("the server's name is not valid", true);
    }
    try {
      if (!slots.tryAcquire(config.setup().toMillis(), TimeUnit.MILLISECONDS)) {
        return missed.because("all connections to mail servers are busy", false);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return missed.because("interrupted", false);
    }
    try {
      return connected(server, talk, missed);
    } finally {
      slots.release();
    }
  }

  @PreDestroy
  void close() {
    timer.shutdownNow();
  }

  private <R> R connected(Server server, Talk<R> talk, Missed<R> missed) {
    try (var socket = new Socket()) {
      var setup =
          timer.schedule(() -> drop(socket), config.setup().toMillis(), TimeUnit.MILLISECONDS);
      var line = open(server, socket);
      setup.cancel(false);
      var alarm =
          timer.schedule(() -> drop(socket), server.timeout().toMillis(), TimeUnit.MILLISECONDS);
      try {
        return talk.over(line);
      } finally {
        alarm.cancel(false);
      }
    } catch (AddressGuard.Refused e) {
      return missed.because(String.valueOf(e.getMessage()), true);
    } catch (IOException e) {
      return missed.because(beforeSending(e), false);
    }
  }

  private Socket open(Server call, Socket socket) throws IOException {
    var found =
        call.origin() == Origin.TENANT ? guard.resolve(call.host()) : names.resolve(call.host());
    // with the name asked for, by which the library checks the server's certificate
    var address = InetAddress.getByAddress(call.host(), found[0].getAddress());
    socket.connect(
        new InetSocketAddress(address, call.port()), Math.toIntExact(config.connect().toMillis()));
    if (call.security() != MailCall.Security.TLS) {
      return socket;
    }
    var secured = (SSLSocket) tls.createSocket(socket, call.host(), call.port(), true);
    var parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // a certificate of that very name
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  /** Wakes whoever reads from it. */
  private static void drop(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      return; // it is closed either way
    }
  }

  private static String beforeSending(IOException failure) {
    return switch (failure) {
      case UnknownHostException _ -> "the host has no address";
      case ConnectException _ -> "the connection was refused or not answered";
      case SocketTimeoutException _ -> "the connection was not answered in time";
      case SSLException _ -> "the TLS handshake failed";
      default -> "no connection could be made";
    };
  }
}
