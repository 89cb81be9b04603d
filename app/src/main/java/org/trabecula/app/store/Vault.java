package org.trabecula.app.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.study.participant.ParticipantId;

/**
 * The participants' identities, apart from the journal and encrypted field by field (AES-256-GCM). A field's ciphertext is
 * bound to its participant and its name, so that nobody can exchange two of them. Record numbers can be found by a keyed
 * hash, without being readable.
 */
public final class Vault {
    static final List<String> TABLES = List.of(
            "CREATE TABLE identity (participant TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, "
                    + "PRIMARY KEY (participant, field))",
            "CREATE TABLE record_number (participant TEXT PRIMARY KEY, hash TEXT NOT NULL)");

    private final Connections connections;
    private final Aead cipher;
    private final Mac index;

    Vault(Connections connections, VaultKeys keys) {
        this.connections = connections;
        this.cipher = keys.cipher();
        this.index = keys.index();
    }

    /** The identity of a participant, if one was ever put here. */
    public Optional<Identity> find(ParticipantId id) {
        String name = read(id, "name");
        String born = read(id, "born");
        String recordNumber = read(id, "recordNumber");
        String phone = read(id, "phone");
        return (name + born + recordNumber + phone).isEmpty()
                ? Optional.empty()
                : Optional.of(new Identity(name, born, recordNumber, phone));
    }

    /** Keeps an identity in place of an earlier one. */
    public void put(ParticipantId id, Identity identity) {
        connections.with(connection -> {
            connection.setAutoCommit(false);
            try {
                write(connection, id, "name", identity.name());
                write(connection, id, "born", identity.born());
                write(connection, id, "recordNumber", identity.recordNumber());
                write(connection, id, "phone", identity.phone());
                remember(connection, id, identity.recordNumber());
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
            return true;
        });
    }

    /** Who else has this record number: perhaps the same person twice. */
    public List<ParticipantId> withRecordNumber(String recordNumber) {
        return recordNumber.isBlank()
                ? List.of()
                : connections.with(connection -> {
                    List<ParticipantId> found = new ArrayList<>();
                    try (PreparedStatement ask = connection.prepareStatement(
                            "SELECT participant FROM record_number WHERE hash = ? ORDER BY participant")) {
                        ask.setString(1, hash(recordNumber));
                        try (ResultSet rows = ask.executeQuery()) {
                            while (rows.next()) {
                                found.add(new ParticipantId(rows.getString(1)));
                            }
                        }
                    }
                    return List.copyOf(found);
                });
    }

    private String read(ParticipantId id, String field) {
        Optional<String> kept = connections.with(connection -> {
            try (PreparedStatement ask =
                    connection.prepareStatement("SELECT value FROM identity WHERE participant = ? AND field = ?")) {
                ask.setString(1, id.value());
                ask.setString(2, field);
                try (ResultSet rows = ask.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            }
        });
        return kept.map(value -> decrypt(id, field, value)).orElse("");
    }

    private void write(Connection connection, ParticipantId id, String field, String value) throws SQLException {
        replace(
                connection,
                "DELETE FROM identity WHERE participant = ? AND field = ?",
                "INSERT INTO identity (participant, field, value) VALUES (?, ?, ?)",
                List.of(id.value(), field),
                value.isEmpty() ? Optional.empty() : Optional.of(encrypt(id, field, value)));
    }

    private void remember(Connection connection, ParticipantId id, String recordNumber) throws SQLException {
        replace(
                connection,
                "DELETE FROM record_number WHERE participant = ?",
                "INSERT INTO record_number (participant, hash) VALUES (?, ?)",
                List.of(id.value()),
                recordNumber.isBlank() ? Optional.empty() : Optional.of(hash(recordNumber)));
    }

    private static void replace(
            Connection connection, String remove, String insert, List<String> key, Optional<String> value)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(remove)) {
            bind(statement, key);
            statement.executeUpdate();
        }
        if (value.isPresent()) {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                bind(statement, key);
                statement.setString(key.size() + 1, value.get());
                statement.executeUpdate();
            }
        }
    }

    private static void bind(PreparedStatement statement, List<String> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setString(i + 1, values.get(i));
        }
    }

    private String encrypt(ParticipantId id, String field, String value) {
        try {
            return Base64.getEncoder().encodeToString(cipher.encrypt(bytes(value), bytes(id + "/" + field)));
        } catch (GeneralSecurityException e) {
            throw new StoreFault("The vault cannot encrypt", e);
        }
    }

    private String decrypt(ParticipantId id, String field, String value) {
        try {
            return new String(
                    cipher.decrypt(Base64.getDecoder().decode(value), bytes(id + "/" + field)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StoreFault("The vault's entry for " + id + " was altered or belongs to another key", e);
        }
    }

    private String hash(String recordNumber) {
        try {
            return Base64.getEncoder()
                    .encodeToString(index.computeMac(bytes(recordNumber.strip().toLowerCase(Locale.ROOT))));
        } catch (GeneralSecurityException e) {
            throw new StoreFault("The vault cannot hash", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
