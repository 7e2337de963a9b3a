package io.ganglion.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Accounts on the laboratory's platforms and an agent that may use them all. */
public final class Troupe {
  private final Customer customer;
  private final Map<String, String> accounts = new LinkedHashMap<>();

  public Troupe(Customer customer) {
    this.customer = customer;
  }

  /** A connection of this name to a new account of the platform. */
  public Troupe with(String platform, String name) {
    var account = customer.post("/lab/accounts", Json.object().put("platform", platform));
    var connection = (ObjectNode) account.path("connection").deepCopy();
    customer.post("/connections", connection.put("name", name));
    accounts.put(name, account.path("account").asText());
    return this;
  }

  /** A connection that needs no account of the laboratory. */
  public Troupe also(ObjectNode connection) {
    customer.post("/connections", connection);
    accounts.put(connection.path("name").asText(), "");
    return this;
  }

  /** The platform's name of the account behind a connection. */
  public String account(String connection) {
    return java.util.Objects.requireNonNull(accounts.get(connection));
  }

  /** The agent's identifier; its policy allows what can't be undone. */
  public String agent(String name) {
    return agent(name, "allow");
  }

  /**
   * @param irreversible what the agent's policy says of acts that can't be undone
   */
  public String agent(String name, String irreversible) {
    var agent = Json.object().put("name", name);
    var names = agent.putArray("connections");
    accounts.keySet().forEach(names::add);
    agent.set("policy", Json.object().put("irreversible", irreversible));
    return customer.post("/agents", agent).path("id").asText();
  }
}
