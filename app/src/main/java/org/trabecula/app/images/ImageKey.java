package org.trabecula.app.images;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.trabecula.dicom.identity.Secret;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Lots;

/**
 * The secret that separates images from their identity, in the file {@code image.key} that only its owner may read. It has to
 * be kept: with another key the same images come in as new ones.
 */
final class ImageKey {
    private static final String FILE = "image.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HANDLE_LENGTH = 20;
    private final byte[] key;

    private ImageKey(byte[] key) {
        this.key = key;
    }

    /** The key of an installation, made at first. */
    static ImageKey in(Path home) throws IOException {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            make(file);
        }
        return new ImageKey(HexFormat.of().parseHex(Files.readString(file).strip()));
    }

    private static void make(Path file) throws IOException {
        try {
            String fresh = HexFormat.of()
                    .formatHex(KeyGenerator.getInstance(ALGORITHM).generateKey().getEncoded());
            Path made = Files.createTempFile(
                    file.getParent(),
                    FILE,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(made, fresh + "\n", StandardOpenOption.SYNC);
            link(file, made);
            Files.delete(made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** A link, unlike a move, does not replace the key that another program may have made meanwhile; that one counts then. */
    private static void link(Path file, Path made) throws IOException {
        try {
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException e) {
            // Theirs is as good as ours.
            return;
        }
    }

    Secret secret() {
        return Secret.of(key);
    }

    /** The lots of the reading room: made of this secret and not to be turned back into it. */
    Lots lots() {
        return Lots.keyed(digest("lots", ""));
    }

    /** The handle of the study that had this Study Instance UID; always the same for the same study, and one-way. */
    ImagingStudyId handle(String studyUid) {
        return new ImagingStudyId(word("handle", studyUid, HANDLE_LENGTH));
    }

    /** What stands for a person in the image files from now on. */
    String pseudonym(String patientId) {
        return "P-" + word("pseudonym", patientId, 12);
    }

    private String word(String purpose, String text, int length) {
        String word = new BigInteger(1, digest(purpose, text)).toString(36);
        return word.substring(word.length() - length);
    }

    private byte[] digest(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal((purpose + "\0" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
