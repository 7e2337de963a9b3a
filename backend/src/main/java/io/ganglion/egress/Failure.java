package io.ganglion.egress;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;

/**
 * What a failure proves, and its words. The words are ours: an exception's own message could carry
 * the address, and with it a token in a path.
 */
final class Failure {
  private Failure() {}

  static HttpResult judge(IOException failure, Exchange exchange) {
    if (exchange.unsent()) {
      return failure instanceof AddressGuard.Refused refused
          ? new HttpResult.NotSent(String.valueOf(refused.getMessage()), true)
          : new HttpResult.NotSent(
              exchange.timedOut() ? "connecting took too long" : beforeSending(failure), false);
    }
    return new HttpResult.Lost(
        exchange.timedOut() || failure instanceof SocketTimeoutException
            ? "no answer in time"
            : afterSending(failure));
  }

  private static String beforeSending(IOException failure) {
    return switch (failure) {
      case UnknownHostException _ -> "the host has no address";
      case ConnectException _ -> "the connection was refused or not answered";
      case SocketTimeoutException _ -> "the connection was not answered in time";
      case ConnectionRequestTimeoutException _ -> "all outward connections are busy";
      case SSLException _ -> "the TLS handshake failed";
      default -> "no connection could be made";
    };
  }

  private static String afterSending(IOException failure) {
    return switch (failure) {
      case ConnectionClosedException _ -> "the answer was cut short";
      case IOException e when e.getCause() instanceof HttpException -> "the answer is not HTTP";
      default -> "the connection was reset";
    };
  }
}
