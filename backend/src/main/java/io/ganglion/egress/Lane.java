package io.ganglion.egress;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The clients of one origin: one that keeps connections, one that never does. Origins share none,
 * so that a tenant can't ride on a connection the guard did not see.
 */
record Lane(CloseableHttpClient kept, CloseableHttpClient fresh) {
  private static final int HEADER_LINES = 100;

  static Lane open(EgressConfig config, DnsResolver resolver) {
    return new Lane(
        client(config, resolver)
            .evictIdleConnections(TimeValue.of(config.idle()))
            .setKeepAliveStrategy((response, context) -> TimeValue.of(config.idle()))
            .build(),
        client(config, resolver)
            .setConnectionReuseStrategy((request, response, context) -> false)
            .build());
  }

  CloseableHttpClient client(boolean unused) {
    return unused ? fresh : kept;
  }

  void close() {
    try {
      kept.close();
      fresh.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpClientBuilder client(EgressConfig config, DnsResolver resolver) {
    var connect = Timeout.of(config.connect());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(resolver)
            .setMaxConnTotal(config.connections())
            .setMaxConnPerRoute(config.perHost())
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                        Http1Config.custom()
                            .setMaxLineLength(config.headerBytes())
                            .setMaxHeaderCount(HEADER_LINES)
                            .build())
                    .build())
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(connect)
                    .setSocketTimeout(connect)
                    .setValidateAfterInactivity(TimeValue.of(config.probeAfter()))
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setRequestExecutor(new MarkedExecutor())
        .setUserAgent("ganglion")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression();
  }
}
