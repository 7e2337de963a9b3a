package io.ganglion.addition;

import io.ganglion.kernel.Problem;
import java.util.List;

/** What can be refused of a tenant's own connector. */
public final class AdditionProblem extends Problem {
  private static final long serialVersionUID = 1;

  private AdditionProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static AdditionProblem nameTaken(String name) {
    return new AdditionProblem(
        409,
        "name_taken",
        "The name is taken",
        "There is a connector named '%s' already; choose another name.".formatted(name));
  }

  static AdditionProblem tooMany(int most) {
    return new AdditionProblem(
        409,
        "too_many_connectors",
        "There are too many connectors",
        "A tenant may have %d of its own. Delete one that is not needed.".formatted(most));
  }

  static AdditionProblem unreachable(String reason) {
    return new AdditionProblem(
        502,
        "description_unreachable",
        "The description could not be read",
        "%s. Nothing was stored; check the address and what it asks for, and try again."
            .formatted(reason));
  }

  static AdditionProblem inUse(List<String> connections, List<String> workflows) {
    var users =
        (connections.isEmpty() ? "" : "connections " + String.join(", ", connections))
            + (connections.isEmpty() || workflows.isEmpty() ? "" : " and ")
            + (workflows.isEmpty() ? "" : "workflows " + String.join(", ", workflows));
    return new AdditionProblem(
        409,
        "connector_in_use",
        "The connector is in use",
        "It is used by %s. Delete those connections; store versions of those workflows that don't call it."
            .formatted(users));
  }

  static AdditionProblem elsewhere(List<String> connections) {
    return new AdditionProblem(
        409,
        "credentials_elsewhere",
        "Credentials would go elsewhere",
        "Connections %s gave their credentials for the server there is. Delete them, or make another connector for the other server."
            .formatted(String.join(", ", connections)));
  }

  static AdditionProblem movedOn() {
    return new AdditionProblem(
        409,
        "description_changed",
        "The description has changed again",
        "It is not what you have seen any more. Look at the changes again and confirm those.");
  }
}
