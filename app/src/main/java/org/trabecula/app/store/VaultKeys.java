package org.trabecula.app.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** The vault's keys, in a file that only its owner may read. Whoever loses the file loses the identities, not the study. */
record VaultKeys(Aead cipher, Mac index) {

    static VaultKeys in(Path home) throws IOException {
        try {
            AeadConfig.register();
            MacConfig.register();
            KeysetHandle cipher =
                    keyset(home.resolve("vault.key"), KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
            KeysetHandle index = keyset(
                    home.resolve("vault-index.key"),
                    KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG));
            return new VaultKeys(
                    cipher.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    index.getPrimitive(RegistryConfiguration.get(), Mac.class));
        } catch (GeneralSecurityException e) {
            throw new StoreFault("The vault's keys in " + home + " cannot be used", e);
        }
    }

    /** The keyset of the file; the fresh one, once it is safely there, when there is no file. */
    private static KeysetHandle keyset(Path file, KeysetHandle fresh) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            OwnerFile.write(file, TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get()));
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
    }

    /** Files that only their owner may read. */
    private static final class OwnerFile {
        static void write(Path file, String text) throws IOException {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(fresh, text);
            try (var channel = java.nio.channels.FileChannel.open(fresh, java.nio.file.StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
