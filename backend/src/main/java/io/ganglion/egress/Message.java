package io.ganglion.egress;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/** Our requests and answers in the client's words. */
final class Message {
  private Message() {}

  static HttpUriRequestBase request(HttpCall call, Duration setup) {
    var request = new HttpUriRequestBase(call.method(), call.uri());
    call.headers().forEach((name, values) -> values.forEach(v -> request.addHeader(name, v)));
    if (call.body().length > 0) {
      request.setEntity(new ByteArrayEntity(call.body(), null));
    }
    request.setConfig(
        RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.of(setup))
            .setResponseTimeout(Timeout.of(call.timeout()))
            .setAuthenticationEnabled(false)
            .setProtocolUpgradeEnabled(false)
            .setRedirectsEnabled(false)
            .setContentCompressionEnabled(false)
            .build());
    return request;
  }

  /**
   * Reads a whole answer.
   *
   * @return empty if the body is larger than {@code limit} bytes; the rest is left unread
   * @throws IOException if the answer is cut short
   */
  static Optional<HttpResult.Answered> answer(ClassicHttpResponse response, int limit)
      throws IOException {
    return body(response, limit)
        .map(
            body -> {
              var headers = new HashMap<String, List<String>>();
              for (var header : response.getHeaders()) {
                headers
                    .computeIfAbsent(
                        header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(String.valueOf(header.getValue()));
              }
              return new HttpResult.Answered(response.getCode(), headers, body);
            });
  }

  private static Optional<byte[]> body(ClassicHttpResponse response, int limit) throws IOException {
    var entity = response.getEntity();
    if (entity == null) {
      return Optional.of(new byte[0]);
    }
    if (entity.getContentLength() > limit) {
      return Optional.empty();
    }
    var bytes = entity.getContent().readNBytes(limit + 1);
    return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
  }
}
