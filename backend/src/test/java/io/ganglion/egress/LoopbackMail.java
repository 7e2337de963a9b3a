package io.ganglion.egress;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** The real way to mail servers for tests: to loopback alone, at any port. */
public final class LoopbackMail implements MailEgress, MailboxEgress, AutoCloseable {
  private final GuardedMail mail;

  /** Believes every certificate: those of test servers are signed by nobody. */
  public LoopbackMail() {
    this(believing());
  }

  private LoopbackMail(SSLSocketFactory tls) {
    mail =
        new GuardedMail(
            EgressSettings.allowing("127.0.0.1/32"),
            SystemDefaultDnsResolver.INSTANCE,
            port -> true,
            port -> true,
            tls);
  }

  /** Believes what the JDK does. */
  public static LoopbackMail doubting() {
    return new LoopbackMail((SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  @Override
  public MailResult call(MailCall call) {
    return mail.call(call);
  }

  @Override
  public <T> MailboxResult<T> call(MailboxCall call, MailboxEgress.Asking<T> asking) {
    return mail.call(call, asking);
  }

  @Override
  public void close() {
    mail.close();
  }

  private static SSLSocketFactory believing() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Believing()}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Believing extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
