package io.ganglion.identity;

import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who makes the current request. */
@RequestScoped
public class Caller {
  private @Nullable Identity identity;
  private @Nullable UUID request;

  /** Called once, by whoever checked the credentials. */
  public void become(Identity who) {
    if (identity != null) {
      throw new IllegalStateException("a request has one caller");
    }
    identity = who;
  }

  /**
   * @throws IllegalStateException where nobody has signed in (public operations)
   */
  public Identity identity() {
    var who = identity;
    if (who == null) {
      throw new IllegalStateException("nobody has signed in");
    }
    return who;
  }

  public boolean known() {
    return identity != null;
  }

  public TenantId tenant() {
    return identity().tenant();
  }

  public Set<String> scopes() {
    return identity().scopes();
  }

  /** Who, for records: an API key's identifier. */
  public String actor() {
    return identity().actor();
  }

  /**
   * Identifies the request, and every repetition of it under its Idempotency-Key: what it creates
   * takes this as its identifier, so that a repetition after a crash finds it instead of making
   * another.
   */
  public UUID request() {
    var id = request;
    if (id == null) {
      id = Uuid7.next();
      request = id;
    }
    return id;
  }

  /** The request repeats an earlier one. */
  public void repeat(UUID earlier) {
    request = earlier;
  }
}
