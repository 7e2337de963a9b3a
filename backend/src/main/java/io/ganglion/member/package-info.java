/**
 * People in tenants: who belongs where and as what, and who is asked to.
 *
 * <p>Owns: people as the identity provider names them, memberships, invitations, signing up. Does
 * not own: passwords and addresses' verification, which are the provider's; what a role allows.
 * Invariants: a tenant has an owner; an invitation is accepted by a person with its very address,
 * verified; who is taken out can do nothing more from the next request on.
 */
@NullMarked
package io.ganglion.member;

import org.jspecify.annotations.NullMarked;
