package org.trabecula.app.store;

/**
 * Who a participant is. Never part of the journal.
 *
 * @param born date of birth as {@code yyyy-mm-dd}, or empty
 * @param recordNumber the hospital's medical record number, or empty
 */
public record Identity(String name, String born, String recordNumber, String phone) {}
