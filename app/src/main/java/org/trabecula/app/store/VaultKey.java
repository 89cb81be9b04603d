package org.trabecula.app.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * The keys of the vault: AES-256-GCM for the fields, HMAC-SHA-256 for the blind index. They stand in a file of two lines,
 * one Tink keyset each, beside the data and never in it: a copy of the database alone tells nothing.
 */
final class VaultKey {
    private static final int INDEX_BYTES = 32;
    private final Aead fields;
    private final PrfSet index;

    private VaultKey(Aead fields, PrfSet index) {
        this.fields = fields;
        this.index = index;
    }

    static VaultKey create(Path file) throws IOException {
        try {
            AeadConfig.register();
            PrfConfig.register();
            OwnerOnly.write(
                    file,
                    List.of(
                            fresh(PredefinedAeadParameters.AES256_GCM),
                            fresh(PredefinedPrfParameters.HMAC_SHA256_PRF)));
            return read(file);
        } catch (GeneralSecurityException e) {
            throw new StoreFault("No key for the vault can be made: " + e.getMessage(), e);
        }
    }

    /** One line; Tink writes several. */
    private static String fresh(Parameters parameters) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                        KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get())
                .replaceAll("\\R\\s*", "");
    }

    static VaultKey read(Path file) throws IOException {
        OwnerOnly.check(file);
        List<String> keysets = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (keysets.size() != 2) {
            throw new StoreFault(file + " is not a key of the vault: it must have two lines");
        }
        try {
            AeadConfig.register();
            PrfConfig.register();
            return new VaultKey(primitive(keysets.getFirst(), Aead.class), primitive(keysets.getLast(), PrfSet.class));
        } catch (GeneralSecurityException e) {
            throw new StoreFault(file + " is not a key of the vault: " + e.getMessage(), e);
        }
    }

    private static <T> T primitive(String keyset, Class<T> type) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), type);
    }

    /** @param place what the value belongs to; a value moved to another place cannot be opened there */
    byte[] seal(String value, String place) {
        try {
            return fields.encrypt(bytes(value), bytes(place));
        } catch (GeneralSecurityException e) {
            throw new StoreFault("The vault cannot encrypt: " + e.getMessage(), e);
        }
    }

    String open(byte[] sealed, String place) {
        try {
            return new String(fields.decrypt(sealed, bytes(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new StoreFault("What the vault holds for " + place + " was not sealed with this key", e);
        }
    }

    /** The same for the same value and key, and says nothing to whoever lacks the key. */
    byte[] index(String value) {
        try {
            return index.computePrimary(bytes(value), INDEX_BYTES);
        } catch (GeneralSecurityException e) {
            throw new StoreFault("The vault cannot make its index: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
