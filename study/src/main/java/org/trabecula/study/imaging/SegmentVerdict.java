package org.trabecula.study.imaging;

import java.util.Optional;
import org.trabecula.study.spine.FusionGrade;

/** The verdict on a segment with the grade behind it; when readers agree on the verdict but not on the grade, the worse. */
public record SegmentVerdict(Union union, Optional<FusionGrade> grade) {}
