package org.trabecula.app.store;

/** A store cannot do what it is there for. The message is a sentence for whoever runs the program. */
public sealed class StoreFault extends RuntimeException permits StoreOutOfReach {

    public StoreFault(String sentence) {
        super(sentence);
    }

    public StoreFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
