package org.trabecula.app.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.trabecula.study.journal.Appended;
import org.trabecula.study.journal.Draft;

/** An append that waits for its commit. */
record Pending(List<Draft> drafts, CompletableFuture<Appended> answer) {

    static Pending of(List<Draft> drafts) {
        return new Pending(List.copyOf(drafts), new CompletableFuture<>());
    }

    /** Waits, without being interruptible: an append that was begun is answered. */
    Appended await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }
}
