package io.ganglion.federation;

import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import io.vertx.core.dns.DnsClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a name server for TXT records. */
@ApplicationScoped
class TxtRecords {
  private static final int PORT = 53;

  private final Vertx vertx;
  private final FederationConfig config;

  TxtRecords(Vertx vertx, FederationConfig config) {
    this.vertx = vertx;
    this.config = config;
  }

  /**
   * What came of it.
   *
   * @param values none where there is no such record
   * @param seen for people
   */
  record Answer(List<String> values, String seen) {
    Answer {
      values = List.copyOf(values);
    }
  }

  Answer of(String name) {
    try {
      var values =
          client()
              .resolveTXT(name + ".") // as it is: no search domains of this machine
              .toCompletionStage()
              .toCompletableFuture()
              .get(config.nameTimeout().toMillis() * 2, TimeUnit.MILLISECONDS);
      return new Answer(
          values == null ? List.of() : values,
          values == null || values.isEmpty() ? "no such record" : "another value is there");
    } catch (ExecutionException e) {
      return new Answer(List.of(), "no such record, or the name servers don't answer");
    } catch (TimeoutException e) {
      return new Answer(List.of(), "the name servers don't answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(List.of(), "interrupted");
    }
  }

  private DnsClient client() {
    var options = new DnsClientOptions().setQueryTimeout(config.nameTimeout().toMillis());
    config
        .nameServer()
        .ifPresent(
            server -> {
              int colon = server.lastIndexOf(':');
              options.setHost(colon < 0 ? server : server.substring(0, colon));
              options.setPort(colon < 0 ? PORT : Integer.parseInt(server.substring(colon + 1)));
            });
    return vertx.createDnsClient(options);
  }
}
