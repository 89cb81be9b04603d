package org.trabecula.app.web;

import java.io.Serializable;

/** The name of an account, as the session remembers it. Its grants are looked up anew at every request. */
record SignedInUser(String name) implements Serializable {}
