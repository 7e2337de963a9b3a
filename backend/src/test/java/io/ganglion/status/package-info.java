/** Tests of how the platform's state is told. */
package io.ganglion.status;
