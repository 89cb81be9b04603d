package org.trabecula.study.conduct;

import org.trabecula.study.protocol.Timepoint;

/** One form at one visit. */
public record FormKey(String form, Timepoint visit) {}
