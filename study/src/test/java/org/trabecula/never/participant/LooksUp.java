package org.trabecula.never.participant;

import org.trabecula.never.analysis.Looks;

/** Breaks rule 2: knows a chapter above. */
record LooksUp(Looks above) {}
