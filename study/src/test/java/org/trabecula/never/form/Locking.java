package org.trabecula.never.form;

import java.util.concurrent.locks.ReentrantLock;

/** Breaks rule 1: locks, which only the Desk does. */
record Locking(ReentrantLock lock) {}
