package io.ganglion.agent;

import io.ganglion.kernel.Problem;

/** What can be refused of an agent. */
public final class AgentProblem extends Problem {
  private static final long serialVersionUID = 1;

  private AgentProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static AgentProblem nameTaken(String name) {
    return new AgentProblem(
        409,
        "name_taken",
        "The name is taken",
        "There is an agent named '%s' already; choose another name.".formatted(name));
  }
}
