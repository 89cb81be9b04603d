package org.trabecula.study.journal;

/**
 * Somebody's electronic signature, after the password was asked again. The account and the time are those of the entry.
 *
 * <p>Source: 21 CFR 11.50, which asks for the printed name, the date and time, and the meaning.
 *
 * @param name the signer's full name when it was signed
 * @param meaning what the signature says, in the words that stood beside it
 */
public record Signature(String name, String meaning) {}
