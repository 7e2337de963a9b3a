package io.ganglion.connector;

/** What can go wrong with the request that makes an effect. */
public enum Fault {
  /** Nobody listens. */
  REFUSED_CONNECTION,
  /** The connection is reset before the platform acted. */
  RESET_BEFORE,
  /** The platform acted, then the connection is reset. */
  RESET_AFTER,
  /** The platform acted, then says nothing. */
  HANG_AFTER,
  /** The platform acted, then answers 500. */
  ERROR_500_AFTER,
  /** The platform acted, then its answer is cut short. */
  TRUNCATED_AFTER,
  /** The platform acted, then answers 200 with what is not JSON. */
  MALFORMED_AFTER,
  /** 429 that says when to come back. */
  LIMITED_WITH_RETRY_AFTER,
  /** 429 that doesn't. */
  LIMITED_WITHOUT_RETRY_AFTER,
  /** 307 to another host. */
  REDIRECT,
  /** 400. */
  BAD_REQUEST,
  /** 401 although the credentials were good at whoami. */
  UNAUTHORIZED;

  /** Whether the platform acts although its caller doesn't learn of it. */
  public boolean acts() {
    return switch (this) {
      case RESET_AFTER, HANG_AFTER, ERROR_500_AFTER, TRUNCATED_AFTER, MALFORMED_AFTER -> true;
      case REFUSED_CONNECTION,
          RESET_BEFORE,
          LIMITED_WITH_RETRY_AFTER,
          LIMITED_WITHOUT_RETRY_AFTER,
          REDIRECT,
          BAD_REQUEST,
          UNAUTHORIZED ->
          false;
    };
  }
}
