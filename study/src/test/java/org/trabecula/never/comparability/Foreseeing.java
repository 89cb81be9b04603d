package org.trabecula.never.comparability;

import org.trabecula.never.analysis.Looks;

/** Breaks rule 5: designs the comparison with the results in view. */
record Foreseeing(Looks outcomes) {}
