package io.ganglion.billing;

import io.ganglion.kernel.Problem;

/** What can't be agreed, paid or corrected. */
public final class BillingProblem extends Problem {
  private static final long serialVersionUID = 1;

  private BillingProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static BillingProblem byHand() {
    return new BillingProblem(
        409,
        "plan_by_hand",
        "This plan is agreed by hand",
        "Ask whoever runs this installation; they set capacity and price for you.");
  }

  static BillingProblem noBurst(String plan) {
    return new BillingProblem(
        409,
        "no_burst",
        "The plan has no burst",
        "The plan '%s' offers no burst; choose a larger plan first.".formatted(plan));
  }

  /**
   * @param used what burst has cost this month, as people read it
   */
  static BillingProblem capUsed(String used) {
    return new BillingProblem(
        409,
        "burst_cap_used",
        "Burst has cost more than that",
        "Burst has cost %s this month, which stays to be paid; send a burst_cap of at least that. \"burst\": false stops burst at once."
            .formatted(used));
  }

  static BillingProblem notSealed(String month) {
    return new BillingProblem(
        409,
        "month_open",
        "The month is not over",
        "What was held in %s is not sealed to its last hour; GET /api/v1/invoices/upcoming has what it comes to so far."
            .formatted(month));
  }

  static BillingProblem settled(String state) {
    return new BillingProblem(
        409,
        "invoice_settled",
        "The invoice is settled",
        "It is %s, and nothing is left to pay or to void; a correction is a credit note."
            .formatted(state));
  }

  static BillingProblem tooMuch() {
    return new BillingProblem(
        409,
        "credit_excess",
        "The credit is larger than the invoice",
        "Credit notes of an invoice come to no more than its total; send a smaller amount.");
  }

  /** Where the operator has not set up Stripe. */
  public static BillingProblem noStripe() {
    return new BillingProblem(
        409,
        "payment_by_hand",
        "Nothing is paid online here",
        "This installation has no payment provider. Pay by what the invoice says; the operator marks it as paid.");
  }

  /** Where Stripe answers badly or not at all. */
  public static BillingProblem stripeFailed() {
    return new BillingProblem(
        502,
        "payment_provider_failed",
        "The payment provider could not be asked",
        "Stripe refused, or did not answer. Nothing was charged; try again in a moment.");
  }

  /** A webhook that nobody signed, or that is too old. */
  public static BillingProblem unsigned() {
    return new BillingProblem(
        400,
        "signature_invalid",
        "The signature does not fit",
        "Only Stripe may call this, signed with this installation's webhook secret and not too long ago.");
  }
}
