/**
 * Charts as SVG, drawn on the server. Shapes carry classes, never styles, so that the strict content policy holds; the
 * style sheet colours them. Every chart has a title and a description that says in words what it shows.
 */
@NullMarked
package org.trabecula.app.chart;

import org.jspecify.annotations.NullMarked;
