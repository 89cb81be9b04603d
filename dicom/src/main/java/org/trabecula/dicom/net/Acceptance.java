package org.trabecula.dicom.net;

import java.util.List;

/** How a {@link Proposal} is answered (PS3.8 section 9.3.3). */
record Acceptance(
        String called, String calling, String application, List<Context> contexts, Proposal.UserInformation user) {
    static final int ACCEPTED = 0;
    static final int NO_SUCH_SERVICE = 3;
    static final int NO_SUCH_ENCODING = 4;

    Acceptance {
        contexts = List.copyOf(contexts);
    }

    /**
     * @param result 0 when accepted
     * @param syntax in which encoding
     */
    record Context(int id, int result, String syntax) {}
}
