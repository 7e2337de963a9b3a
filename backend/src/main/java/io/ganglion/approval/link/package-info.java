/**
 * Links by which an approval is decided without signing in.
 *
 * <p>Owns: links, what they are signed with, by which messages a tenant lets them go out. Does not
 * own: the decision, which is approval's; how a link comes to somebody. Invariants: a link decides
 * in the name of somebody who may decide at that very moment; it decides once, in the commit that
 * uses it up; whoever lacks the tenant's key makes none; to look at what it is about changes
 * nothing.
 */
@NullMarked
package io.ganglion.approval.link;

import org.jspecify.annotations.NullMarked;
