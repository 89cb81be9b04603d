package org.trabecula.study.form;

import java.util.SortedMap;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.protocol.Timepoint;

/** What happens to a form. */
public sealed interface FormFact extends Fact {

    /**
     * A form was saved.
     *
     * @param protocolVersion under which the answers were checked
     * @param changes the items whose value became another, with the new value; the empty text means that it was cleared
     */
    record FormSaved(String form, Timepoint visit, String protocolVersion, SortedMap<String, String> changes)
            implements FormFact {}
}
