package org.trabecula.app.web;

import java.io.Serializable;

/**
 * The name of an account, as the session remembers it. Its grants are looked up anew at every request.
 *
 * @param renewed where in the journal the account was last renewed at sign-in; a newer link or secret ends the session
 */
record SignedInUser(String name, long renewed) implements Serializable {}
