package io.ganglion.identity;

import io.ganglion.db.TenantTx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a bearer credential. */
@ApplicationScoped
public class Authentication {
  /** Written at most once a minute, so that a busy key costs no write a request. */
  private static final String TOUCH =
      """
      UPDATE api_key SET last_used_at = now()
      WHERE tenant_id = ? AND id = ? AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
      """;

  private static final Duration TOUCHES = Duration.ofMinutes(1);

  private final TenantTx tx;
  private final KeyLocks locks;
  private final OperatorConfig operator;

  Authentication(TenantTx tx, KeyLocks locks, OperatorConfig operator) {
    this.tx = tx;
    this.locks = locks;
    this.operator = operator;
  }

  /**
   * Who has this API key.
   *
   * @param from the caller's IP address; null where it is not known
   * @throws IdentityProblem for anything that is not a working key, and for one that may not be
   *     used from there
   */
  public Identity byKey(String bearer, @Nullable String from) {
    var text = KeyText.parse(bearer).orElseThrow(IdentityProblem::unauthenticated);
    var found = locks.find(text.tenant(), text.key());
    // hashed and compared even where there is no such key, so that time tells nothing
    boolean same =
        MessageDigest.isEqual(found.map(KeyLock::hash).orElse(new byte[32]), text.hash());
    var now = Instant.now();
    var lock =
        found
            .filter(it -> same && it.mode().equals(text.mode()) && it.opens(now))
            .orElseThrow(IdentityProblem::unauthenticated);
    if (!lock.admits(from)) {
      throw IdentityProblem.elsewhere();
    }
    if (lock.lastUsedAt().filter(last -> last.isAfter(now.minus(TOUCHES))).isEmpty()) {
      tx.run(text.tenant(), connection -> touch(connection, text));
    }
    return new Identity(
        text.tenant(),
        text.key().toString(),
        lock.scopes(),
        Optional.empty(),
        lock.closing(),
        lock.suspended(),
        lock.moving(),
        lock.mode().equals(ApiKey.LAB));
  }

  /**
   * Checks the operator's own token.
   *
   * @throws IdentityProblem if it is another one, or none is configured
   */
  public void operator(String bearer) {
    if (!isOperator(bearer)) {
      throw IdentityProblem.notOperator();
    }
  }

  /** Whether it is the operator's own token. */
  public boolean isOperator(String bearer) {
    return operator
        .token()
        .filter(text -> !text.isBlank())
        .filter(
            token ->
                MessageDigest.isEqual(
                    token.getBytes(StandardCharsets.UTF_8),
                    bearer.getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  /** Whether anybody can be the operator here: else all that is an operator's does not exist. */
  public boolean hasOperator() {
    return operator.token().filter(text -> !text.isBlank()).isPresent()
        || operatorRole().isPresent();
  }

  /** The provider's role that makes a person an operator. */
  public Optional<String> operatorRole() {
    return operator.role().filter(text -> !text.isBlank());
  }

  /** Whether it has the look of an API key. */
  public static boolean isKey(String bearer) {
    return bearer.startsWith(KeyText.START);
  }

  private static void touch(Connection connection, KeyText text) throws SQLException {
    try (var update = connection.prepareStatement(TOUCH)) {
      update.setObject(1, text.tenant().uuid());
      update.setObject(2, text.key().uuid());
      update.executeUpdate();
    }
  }
}
