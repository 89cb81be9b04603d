package org.trabecula.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * A few connections for short statements, each by itself a transaction. At most eight at a time: there may be thousands
 * of virtual threads, and a database server has some hundred connections for everybody.
 */
final class Connections implements AutoCloseable {
    private static final int AT_ONCE = 8;

    /** What is done on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Database database;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore places = new Semaphore(AT_ONCE);

    Connections(Database database) {
        this.database = database;
    }

    /** Does the work; a fault of the database is told as "{database}: {what failed}". */
    <T> T with(Work<T> work) {
        places.acquireUninterruptibly();
        try {
            Connection kept = idle.poll();
            Connection connection = kept != null ? kept : database.connect();
            T answer = finish(work, connection);
            idle.push(connection);
            return answer;
        } catch (SQLException e) {
            throw new StoreFault(database.name() + ": " + e.getMessage(), e);
        } finally {
            places.release();
        }
    }

    private <T> T finish(Work<T> work, Connection connection) throws SQLException {
        try {
            return work.on(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            // After a fault no kept connection is trusted: the server may have been restarted.
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.getLogger(Connections.class.getName()).log(System.Logger.Level.DEBUG, "While closing", e);
            }
        }
    }
}
