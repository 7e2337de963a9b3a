/**
 * Payment by Stripe, where the operator has configured it.
 *
 * <p>Owns: a tenant's customer at Stripe, hourly meter events, webhooks, the comparison of Stripe's
 * books with ours. Does not own: what is to be paid. Invariants: Postgres is the truth, and Stripe
 * is told; an hour is counted once, however often it is sent; a webhook is acted on once, and only
 * if Stripe signed it; nothing is sent inside of a transaction.
 */
@NullMarked
package io.ganglion.billing.stripe;

import org.jspecify.annotations.NullMarked;
