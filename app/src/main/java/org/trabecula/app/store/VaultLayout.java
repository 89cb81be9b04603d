package org.trabecula.app.store;

import java.util.List;

/** The tables of what never enters the journal: identities and secrets. */
final class VaultLayout {
    static final Layout LAYOUT = new Layout(
            0x54525641, // "TRVA"
            1,
            List.of(
                    "CREATE TABLE proof (id INTEGER PRIMARY KEY, sealed BYTES NOT NULL)",
                    """
                    CREATE TABLE identity (
                        participant TEXT PRIMARY KEY,
                        name BYTES NOT NULL,
                        born BYTES NOT NULL,
                        record BYTES NOT NULL,
                        phone BYTES NOT NULL,
                        record_index BYTES NOT NULL)""",
                    "CREATE INDEX identity_by_record ON identity (record_index)",
                    "CREATE TABLE secret (account TEXT PRIMARY KEY, hash TEXT NOT NULL)",
                    """
                    CREATE TABLE link (
                        token BYTES PRIMARY KEY,
                        account TEXT NOT NULL,
                        expires BIGINT NOT NULL)""",
                    """
                    CREATE TABLE failure (
                        account BYTES PRIMARY KEY,
                        failures INTEGER NOT NULL,
                        latest BIGINT NOT NULL)"""),
            List.of());

    private VaultLayout() {}
}
