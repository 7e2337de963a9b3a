package io.ganglion.identity;

import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who makes the current request. */
@RequestScoped
public class Caller {
  private @Nullable Identity identity;
  private @Nullable Person person;
  private @Nullable UUID request;

  /** Called once, by whoever checked the credentials. */
  public void become(Identity who) {
    if (identity != null) {
      throw new IllegalStateException("a request has one caller");
    }
    identity = who;
  }

  /** Called once, by whoever checked what the identity provider says; in a tenant or in none. */
  public void signIn(Person who) {
    if (person != null) {
      throw new IllegalStateException("a request has one caller");
    }
    person = who;
  }

  /** Who has signed in; empty for an API key. */
  public Optional<Person> person() {
    return Optional.ofNullable(person);
  }

  /**
   * @throws IllegalStateException where nobody acts for a tenant (public operations, and a person
   *     who belongs to none yet)
   */
  public Identity identity() {
    var who = identity;
    if (who == null) {
      throw new IllegalStateException("nobody has signed in");
    }
    return who;
  }

  /** Whether somebody acts for a tenant. */
  public boolean known() {
    return identity != null;
  }

  public TenantId tenant() {
    return identity().tenant();
  }

  public Set<String> scopes() {
    return identity().scopes();
  }

  /** Who, for records: an API key's or a person's identifier. */
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
