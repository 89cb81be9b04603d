package org.trabecula.dicom.net;

import java.util.List;

/** What an association is asked for with (PS3.8 section 9.3.2). */
record Proposal(
        int version, String called, String calling, String application, List<Context> contexts, UserInformation user) {
    static final String APPLICATION = "1.2.840.10008.3.1.1.1";

    Proposal {
        contexts = List.copyOf(contexts);
    }

    /** A kind of object or service, and the encodings in which it is offered. */
    record Context(int id, String abstractSyntax, List<String> syntaxes) {
        Context {
            syntaxes = List.copyOf(syntaxes);
        }
    }

    /** Who of the two may ask and who may answer (PS3.7 annex D.3.3.4). */
    record Role(String sopClass, boolean user, boolean provider) {}

    /**
     * What both sides say of themselves.
     *
     * @param longest protocol data unit that is taken; 0 for any
     */
    record UserInformation(long longest, String implementation, String versionName, List<Role> roles) {
        static final String OURS = "2.25.125903793495544377652830637338339896674";
        static final String NAME = "TRABECULA";

        UserInformation {
            roles = List.copyOf(roles);
        }

        static UserInformation ours(int longest, List<Role> roles) {
            return new UserInformation(longest, OURS, NAME, roles);
        }
    }
}
