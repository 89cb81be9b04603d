package org.trabecula.never.endpoint;

import org.trabecula.never.conduct.Desk;

/** Breaks rule 4: an endpoint holds the Desk. */
record Deciding(Desk desk) {}
