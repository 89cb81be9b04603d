package org.trabecula.never.form;

import java.net.http.HttpClient;

/** Breaks rule 1: knows HTTP. */
record Fetching(HttpClient client) {}
