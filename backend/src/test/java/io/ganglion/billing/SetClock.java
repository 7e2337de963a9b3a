package io.ganglion.billing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time of the tests of bills: the real one until it is set. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SetClock extends BillingClock {
  private volatile @Nullable Instant set;

  @Override
  public Instant now() {
    var at = set;
    return at == null ? super.now() : at;
  }

  public void set(Instant at) {
    set = at;
  }

  public void set(String at) {
    set(Instant.parse(at));
  }

  public void real() {
    set = null;
  }
}
