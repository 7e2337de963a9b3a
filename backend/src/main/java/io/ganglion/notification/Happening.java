package io.ganglion.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.identity.Approvers;
import io.ganglion.kernel.RunId;
import java.time.Instant;
import java.util.Optional;

/**
 * An event of the outbox, as people are told of it. Pure.
 *
 * @param approvers who may decide, where somebody is asked; else anybody
 */
record Happening(Kind kind, Item item, Approvers approvers) {

  /**
   * What the outbox has.
   *
   * @param run empty for what happens outside of runs
   * @param what the run's workflow with its version, or its agent, by name
   * @param approvers of the approval that is asked for; empty where it is there no more
   */
  record Told(
      String type,
      JsonNode data,
      Instant at,
      Optional<RunId> run,
      Optional<String> what,
      Optional<Approvers> approvers) {}

  /** Empty for what nobody is told of. */
  static Optional<Happening> of(Told told) {
    return switch (told.type) {
      case "run.state" -> run(told);
      case "approval.state" ->
          told.approvers.map(
              named -> new Happening(Kind.APPROVALS, asked(told, id(told, "approval")), named));
      case "connection.reauthorize" -> connection(told);
      case "burst.alert" -> burst(told);
      case "invoice.issued",
          "credit_note.issued",
          "invoice.overdue",
          "invoice.paid",
          "invoice.void" ->
          invoice(told);
      case "tenant.suspended" ->
          bill(
              told,
              told.data.has("invoice")
                  ? "Suspended: an invoice is long overdue, and nothing is started"
                  : "Suspended by the operator, and nothing is started: "
                      + told.data.path("reason").asText());
      case "tenant.reinstated" -> bill(told, "No longer suspended: what waited goes on");
      default -> Optional.empty();
    };
  }

  private static Optional<Happening> run(Told told) {
    return switch (told.data.path("state").asText()) {
      case "FAILED" -> anybody(Kind.FAILURES, ofRun(told, "failed"));
      case "NEEDS_ATTENTION" -> anybody(Kind.ATTENTION, ofRun(told, "needs attention"));
      default -> Optional.empty();
    };
  }

  private static Item ofRun(Told told, String verb) {
    var run = told.run.map(RunId::toString).orElse("");
    return new Item(told.at, run, who(told) + " " + verb, "/runs/" + run);
  }

  private static Item asked(Told told, String approval) {
    return new Item(
        told.at,
        approval,
        who(told) + " asks for approval",
        told.run.map(run -> "/runs/" + run).orElse("/attention"));
  }

  private static String who(Told told) {
    return told.what.orElse("A run");
  }

  private static Optional<Happening> connection(Told told) {
    var text =
        "Connection %s to %s needs new credentials"
            .formatted(told.data.path("name").asText(), told.data.path("connector").asText());
    return anybody(
        Kind.CONNECTIONS, new Item(told.at, id(told, "connection"), text, "/connections"));
  }

  private static Optional<Happening> burst(Told told) {
    var text =
        "In %s burst has come to %d %% of its cap"
            .formatted(told.data.path("month").asText(), told.data.path("percent").asInt());
    return anybody(Kind.CAPACITY, new Item(told.at, "", text, "/capacity"));
  }

  private static Optional<Happening> invoice(Told told) {
    var id = id(told, "id");
    boolean credit = told.type.startsWith("credit_note");
    var verb = told.type.substring(told.type.indexOf('.') + 1);
    var text =
        "%s %s is %s"
            .formatted(credit ? "Credit note" : "Invoice", told.data.path("number").asText(), verb);
    return anybody(
        Kind.BILLING,
        new Item(told.at, id, text, id.isEmpty() ? "/billing" : "/billing/invoices/" + id));
  }

  private static Optional<Happening> bill(Told told, String text) {
    return anybody(Kind.BILLING, new Item(told.at, "", text, "/billing"));
  }

  private static Optional<Happening> anybody(Kind kind, Item item) {
    return Optional.of(new Happening(kind, item, Approvers.ANYBODY));
  }

  private static String id(Told told, String member) {
    return told.data.path(member).asText();
  }
}
