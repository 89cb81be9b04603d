/**
 * The figures of the analysis as SVG: each a record of what it shows, and {@code svg()} a pure function of it. Shapes carry
 * classes, never styles; a page or a report brings the style sheet. Every figure has a title and a description in words.
 */
@NullMarked
package org.trabecula.app.figure;

import org.jspecify.annotations.NullMarked;
