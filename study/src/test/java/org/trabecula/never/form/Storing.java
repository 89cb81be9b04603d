package org.trabecula.never.form;

import java.sql.Connection;

/** Breaks rule 1: knows SQL. */
record Storing(Connection connection) {}
