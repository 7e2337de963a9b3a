package io.ganglion.egress;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Notes in the exchange that the connection stands and the first byte is about to leave. */
final class MarkedExecutor extends HttpRequestExecutor {
  static final String EXCHANGE = "ganglion.exchange";

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      HttpResponseInformationCallback callback,
      HttpContext context)
      throws IOException, HttpException {
    if (context.getAttribute(EXCHANGE) instanceof Exchange exchange && !exchange.sending()) {
      throw new ConnectionClosedException("the time was over before the first byte");
    }
    return super.execute(request, connection, callback, context);
  }
}
