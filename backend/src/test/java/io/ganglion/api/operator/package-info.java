/** Tests of what who runs the installation may do, and of who that is. */
package io.ganglion.api.operator;
