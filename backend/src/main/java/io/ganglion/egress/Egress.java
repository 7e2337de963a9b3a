package io.ganglion.egress;

/**
 * Sends outward requests; blocks the calling virtual thread; never throws for what the network
 * does.
 */
public interface Egress {
  HttpResult call(HttpCall call);
}
