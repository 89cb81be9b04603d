/**
 * Where everything is kept: the journal in SQLite or PostgreSQL, its verification, the vault of identities, and the
 * secrets with which people sign in. SQL is spoken here and nowhere else.
 */
@NullMarked
package org.trabecula.app.store;

import org.jspecify.annotations.NullMarked;
