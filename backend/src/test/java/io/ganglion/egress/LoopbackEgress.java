package io.ganglion.egress;

/** The real egress for tests of connectors: only loopback may be reached, with short limits. */
public final class LoopbackEgress implements Egress, AutoCloseable {
  private final GuardedEgress egress = new GuardedEgress(EgressSettings.allowing("127.0.0.1/32"));

  @Override
  public HttpResult call(HttpCall call) {
    return egress.call(call);
  }

  @Override
  public void close() {
    egress.close();
  }
}
