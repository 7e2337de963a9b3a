/**
 * JSON Schema: values checked against schemas that anybody may have written.
 *
 * <p>Owns: compiling and caching validators, wording of what they find. Does not own: any schema.
 * Invariants: a schema never causes a read of network, file or class path; checking a value ends,
 * whatever regular expressions the schema holds.
 */
@NullMarked
package io.ganglion.schema;

import org.jspecify.annotations.NullMarked;
