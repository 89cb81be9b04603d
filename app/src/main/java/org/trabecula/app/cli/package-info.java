/** The commands of the shell. They find the installation's folder, do one thing, and say in a sentence what went wrong. */
@NullMarked
package org.trabecula.app.cli;

import org.jspecify.annotations.NullMarked;
