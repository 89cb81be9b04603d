package org.trabecula.app.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.trabecula.study.journal.Appended;
import org.trabecula.study.journal.Draft;

/**
 * One thread writes for everybody. Forcing a commit to disk costs milliseconds, whether it holds one append or two hundred,
 * so all that came in during the last commit shares the next one.
 *
 * <p>Once a write has failed nobody knows what the disk holds (after a failed fsync the system may drop the data and
 * report success the next time), so every later append is refused until the program is started again.
 */
final class GroupCommit implements AutoCloseable {
    private static final int AT_ONCE = 256;

    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable StoreFault> end = new AtomicReference<>();
    private final JournalWriter writer;
    private final Thread thread;

    GroupCommit(JournalWriter writer) {
        this.writer = writer;
        this.thread = Thread.ofPlatform().name("journal-writer").daemon().unstarted(this::writeOn);
    }

    static GroupCommit start(JournalWriter writer) {
        GroupCommit commit = new GroupCommit(writer);
        commit.thread.start();
        return commit;
    }

    /** The newest position that was committed here or seen before. */
    long position() {
        return writer.position();
    }

    Appended append(List<Draft> drafts) {
        Pending pending = Pending.of(drafts);
        queue.add(pending);
        // The writer may have ended between the two lines above; then nobody else would answer.
        if (end.get() != null) {
            refuseAll();
        }
        return pending.await();
    }

    private void writeOn() {
        List<Pending> group = new ArrayList<>(AT_ONCE);
        try {
            while (end.get() == null) {
                group.add(queue.take());
                queue.drainTo(group, AT_ONCE - 1);
                writer.write(group);
                group.clear();
            }
        } catch (SQLException | RuntimeException | Error | InterruptedException e) {
            end.compareAndSet(
                    null,
                    new StoreFault(
                            "The journal can no longer be written and takes nothing more until the program is started"
                                    + " again: " + e.getMessage(),
                            e));
        }
        queue.addAll(group);
        letGo();
        refuseAll();
    }

    /** Ends the transaction under way, if any, and the writer's hold on the database with it. */
    private void letGo() {
        try {
            writer.close();
        } catch (SQLException e) {
            System.getLogger(GroupCommit.class.getName()).log(System.Logger.Level.WARNING, "While closing", e);
        }
    }

    private void refuseAll() {
        StoreFault fault = end.get();
        if (fault != null) {
            for (Pending left = queue.poll(); left != null; left = queue.poll()) {
                left.answer().completeExceptionally(fault);
            }
        }
    }

    /** Waits for the commit under way; what is not yet begun is refused. */
    @Override
    public void close() {
        end.compareAndSet(null, new StoreFault("The journal is closed"));
        queue.add(Pending.of(List.of())); // wakes the thread when it waits
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
