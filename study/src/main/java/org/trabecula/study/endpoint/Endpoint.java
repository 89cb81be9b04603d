package org.trabecula.study.endpoint;

/** What is counted as yes or no at a visit. */
public enum Endpoint {
    /** At least one screw is loose. */
    LOOSENING("loosening"),
    /** The lowest fused segment is fused by the protocol's definition. */
    FUSION("fusion"),
    /** The lowest fused segment is graded I. */
    FUSION_GRADE_I("fusion-grade-I");

    private final String id;

    Endpoint(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
