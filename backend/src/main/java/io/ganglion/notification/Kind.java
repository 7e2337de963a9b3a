package io.ganglion.notification;

import io.ganglion.identity.Role;
import java.util.Locale;
import java.util.Set;

/** A kind of what people are told of. */
public enum Kind {
  APPROVALS(
      "approvals:write",
      Set.of(Role.OWNER, Role.ADMIN, Role.APPROVER),
      "Runs that ask for an approval you may give",
      "A run of %2$s asks for approval",
      "%1$,d runs of %2$s ask for approval",
      "/attention"),
  ATTENTION(
      "effects:read",
      Set.of(Role.OWNER, Role.ADMIN, Role.APPROVER),
      "Runs that can't go on before a person says what became of an effect, or sees that one can't be taken back",
      "A run of %2$s needs attention",
      "%1$,d runs of %2$s need attention",
      "/attention"),
  FAILURES(
      "runs:read",
      Set.of(),
      "Runs that failed",
      "A run of %2$s failed",
      "%1$,d runs of %2$s failed",
      "/runs?state=FAILED"),
  CAPACITY(
      "usage:read",
      Set.of(Role.OWNER, Role.ADMIN),
      "Burst that comes to 50, 80 or 100 % of its cap",
      "Burst of %2$s comes closer to its cap",
      "Burst of %2$s comes closer to its cap",
      "/capacity"),
  CONNECTIONS(
      "connections:read",
      Set.of(Role.OWNER, Role.ADMIN),
      "Connections whose credentials a platform refuses",
      "A connection of %2$s needs new credentials",
      "%1$,d connections of %2$s need new credentials",
      "/connections"),
  BILLING(
      "billing:read",
      Set.of(Role.OWNER, Role.ADMIN),
      "Invoices, credit notes and payments",
      "There is news about bills of %2$s",
      "There is news about bills of %2$s",
      "/billing");

  private final String scope;
  private final Set<Role> byDefault;
  private final String meaning;
  private final String one;
  private final String many;
  private final String page;

  Kind(String scope, Set<Role> byDefault, String meaning, String one, String many, String page) {
    this.scope = scope;
    this.byDefault = byDefault;
    this.meaning = meaning;
    this.one = one;
    this.many = many;
    this.page = page;
  }

  /** The written form, in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if there is no such kind
   */
  public static Kind of(String text) {
    for (var kind : values()) {
      if (kind.text().equals(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no such kind: " + text);
  }

  /** What it is, for people. */
  public String meaning() {
    return meaning;
  }

  /** Whether a member of that role may be told of it: whoever could look it up. */
  public boolean seenBy(Role role) {
    return role.scopes().contains(scope);
  }

  /** How a member of that role is told who chose nothing. */
  public Set<Channel> byDefault(Role role) {
    return byDefault.contains(role) ? Set.of(Channel.MAIL) : Set.of();
  }

  /**
   * Whether mails of it are letters that billing writes, one for each matter, to whomever {@link
   * Notifications#mails} says; then none is sent from here.
   */
  boolean letters() {
    return this == CAPACITY || this == BILLING;
  }

  /** A message of so many in a line. */
  String headline(long events, String tenant) {
    return String.format(Locale.ENGLISH, events == 1 ? one : many, events, tenant);
  }

  /** The page of the dashboard that shows them all. */
  String page() {
    return page;
  }
}
