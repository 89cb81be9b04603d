package org.trabecula.app.cli;

import java.util.concurrent.CountDownLatch;

/** Waiting for the word to stop. */
final class Signals {
    private Signals() {}

    /** Returns when the program is told to stop (interrupt or termination), and lets the caller close what it opened. */
    static void await() {
        CountDownLatch told = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            try {
                main.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
