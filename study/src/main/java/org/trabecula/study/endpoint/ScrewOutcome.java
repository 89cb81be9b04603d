package org.trabecula.study.endpoint;

import org.trabecula.study.spine.ScrewSite;

/** Whether one screw is loose at one visit. */
public record ScrewOutcome(ScrewSite site, Outcome outcome) {}
