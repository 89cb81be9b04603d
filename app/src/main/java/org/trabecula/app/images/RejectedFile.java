package org.trabecula.app.images;

import org.trabecula.dicom.Finding;

/** Stops the look at one file, or at the whole upload, with the reason. Never leaves this package. */
final class RejectedFile extends RuntimeException {
    private final transient Rejection rejection;
    private final boolean whole;

    private RejectedFile(Rejection rejection, boolean whole) {
        super(rejection.sentence());
        this.rejection = rejection;
        this.whole = whole;
    }

    static RejectedFile because(IntakeRule rule, String file, Object... more) {
        return new RejectedFile(Rejection.of(rule, file, more), false);
    }

    static RejectedFile because(IntakeRule rule, String file, Finding finding) {
        return new RejectedFile(Rejection.of(rule, file, finding), false);
    }

    /** The same, and what follows need not be looked at. */
    static RejectedFile whole(IntakeRule rule, String file, Object... more) {
        return new RejectedFile(Rejection.of(rule, file, more), true);
    }

    Rejection rejection() {
        return rejection;
    }

    boolean stopsAll() {
        return whole;
    }
}
