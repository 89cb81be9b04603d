package org.trabecula.app.store;

/** A store was not even looked at: somebody else holds it, or it lies elsewhere. This says nothing against the store. */
public final class StoreOutOfReach extends StoreFault {
    private static final long serialVersionUID = 1;

    public StoreOutOfReach(String sentence) {
        super(sentence);
    }

    public StoreOutOfReach(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
