package io.ganglion.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/** Our requests and answers in the client's words. */
final class Message {
  /** Bytes of an answer that is read without further ado. */
  static final int SMALL = 65_536;

  /** How long a large answer waits for those before it. */
  private static final Duration WAIT = Duration.ofSeconds(10);

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
   * @param limit bytes of the body
   * @param large taken while more than {@link #SMALL} is read
   * @return empty if the body is larger than the limit; the rest is left unread
   * @throws IOException if the answer is cut short
   */
  static Optional<HttpResult.Answered> answer(
      ClassicHttpResponse response, int limit, Semaphore large) throws IOException {
    return body(response, limit, large)
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

  private static Optional<byte[]> body(ClassicHttpResponse response, int limit, Semaphore large)
      throws IOException {
    var entity = response.getEntity();
    if (entity == null) {
      return Optional.of(new byte[0]);
    }
    long length = entity.getContentLength();
    if (length > limit) {
      return Optional.empty();
    }
    var content = entity.getContent();
    // a buffer of the size that is announced; one byte more finds the end
    long first = length < 0 ? SMALL : Math.min(SMALL, length + 1);
    var head = content.readNBytes((int) Math.min(first, limit + 1));
    var bytes = head.length < SMALL ? head : whole(head, content, limit + 1, large);
    return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
  }

  /** However many answers come at once, few of them are in memory whole. */
  private static byte[] whole(byte[] head, InputStream rest, int most, Semaphore large)
      throws IOException {
    try {
      if (!large.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("too many large answers at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    try {
      var bytes = new ByteArrayOutputStream(2 * head.length);
      bytes.write(head);
      bytes.write(rest.readNBytes(most - head.length));
      return bytes.toByteArray();
    } finally {
      large.release();
    }
  }
}
