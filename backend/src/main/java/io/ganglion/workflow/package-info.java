/**
 * Workflow definitions: the Serverless Workflow DSL 1.0.3 read into our own types, and their
 * versions.
 *
 * <p>Owns: parsing, validation with line numbers, versions. Does not own: running them. Invariants:
 * a stored version is valid and never changes; a {@link io.ganglion.workflow.Definition} holds
 * compiled expressions only.
 *
 * @see <a
 *     href="https://github.com/serverlessworkflow/specification/blob/v1.0.3/dsl-reference.md">DSL
 *     reference</a>
 */
@NullMarked
package io.ganglion.workflow;

import org.jspecify.annotations.NullMarked;
