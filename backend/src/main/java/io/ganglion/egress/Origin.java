package io.ganglion.egress;

/** Who chose an address. */
public enum Origin {
  /** A tenant, or data a tenant's run met: guarded by the table of special-purpose networks. */
  TENANT,
  /** The operator's configuration (the laboratory, an identity provider): connected to as it is. */
  OPERATOR
}
