package io.ganglion.approval;

/**
 * The life of an approval; only the first state changes.
 *
 * <pre>
 * PENDING --> APPROVED | REJECTED   (a person decided)
 *     |-----> EXPIRED               (nobody did in time)
 *     '-----> WITHDRAWN             (the run no longer asks)
 * </pre>
 */
public enum ApprovalState {
  PENDING,
  APPROVED,
  REJECTED,
  EXPIRED,
  WITHDRAWN
}
