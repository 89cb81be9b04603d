package org.trabecula.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.study.participant.ParticipantId;

/**
 * Who the participants are. Each field is encrypted by itself and bound to its participant and field, so that neither a
 * copy of the database nor a value moved elsewhere in it tells anything. Safe for use by several threads.
 */
public final class Vault {
    private static final String PROOF = "the vault's own key";

    private final Connections connections;
    private final VaultKey key;

    private Vault(Connections connections, VaultKey key) {
        this.connections = connections;
        this.key = key;
    }

    /** Opens the vault with the key in the file; makes the key with the vault, never for a vault that has one. */
    static Vault open(Connections connections, Path keyFile) throws IOException {
        Optional<byte[]> proof = proof(connections);
        if (proof.isPresent() && !Files.exists(keyFile)) {
            throw new StoreFault(
                    keyFile + " is missing; without it nobody can read who the participants are. Put it back.");
        }
        VaultKey key = Files.exists(keyFile) ? VaultKey.read(keyFile) : VaultKey.create(keyFile);
        if (proof.isEmpty()) {
            connections.with(connection -> {
                String sql = "INSERT INTO proof (id, sealed) VALUES (1, ?) ON CONFLICT (id) DO NOTHING";
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setBytes(1, key.seal(PROOF, PROOF));
                    return statement.executeUpdate();
                }
            });
        }
        // Another instance may have been faster with a key of its own; then this one must not write a line.
        byte[] sealed = proof(connections).orElseThrow();
        try {
            key.open(sealed, PROOF);
        } catch (StoreFault e) {
            throw new StoreFault(keyFile + " is not the key with which this vault was made", e);
        }
        return new Vault(connections, key);
    }

    private static Optional<byte[]> proof(Connections connections) {
        return connections.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT sealed FROM proof");
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        });
    }

    public Optional<Identity> find(ParticipantId participant) {
        String sql = "SELECT name, born, record, phone FROM identity WHERE participant = ?";
        return connections.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, participant.value());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(identity(participant, row)) : Optional.empty();
                }
            }
        });
    }

    /** Keeps the identity in place of what was known before. */
    public void put(ParticipantId participant, Identity identity) {
        String sql = """
                INSERT INTO identity (participant, name, born, record, phone, record_index) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (participant) DO UPDATE SET name = excluded.name, born = excluded.born,
                    record = excluded.record, phone = excluded.phone, record_index = excluded.record_index""";
        connections.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, participant.value());
                statement.setBytes(2, key.seal(identity.name(), place(participant, "name")));
                statement.setBytes(3, key.seal(identity.born(), place(participant, "born")));
                statement.setBytes(4, key.seal(identity.recordNumber(), place(participant, "record")));
                statement.setBytes(5, key.seal(identity.phone(), place(participant, "phone")));
                statement.setBytes(6, index(identity.recordNumber()));
                return statement.executeUpdate();
            }
        });
    }

    /**
     * Who already has this medical record number, in order; spaces and case do not matter. To warn of the same person
     * twice; nobody has the empty number.
     */
    public List<ParticipantId> withRecordNumber(String recordNumber) {
        if (recordNumber.isBlank()) {
            return List.of();
        }
        String sql = "SELECT participant FROM identity WHERE record_index = ? ORDER BY participant";
        return connections.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setBytes(1, index(recordNumber));
                try (ResultSet row = statement.executeQuery()) {
                    List<ParticipantId> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(new ParticipantId(row.getString(1)));
                    }
                    return found;
                }
            }
        });
    }

    private Identity identity(ParticipantId participant, ResultSet row) throws SQLException {
        return new Identity(
                key.open(row.getBytes(1), place(participant, "name")),
                key.open(row.getBytes(2), place(participant, "born")),
                key.open(row.getBytes(3), place(participant, "record")),
                key.open(row.getBytes(4), place(participant, "phone")));
    }

    private byte[] index(String recordNumber) {
        return key.index(recordNumber.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }

    private static String place(ParticipantId participant, String field) {
        return participant + "/" + field;
    }
}
