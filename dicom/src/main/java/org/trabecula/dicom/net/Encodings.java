package org.trabecula.dicom.net;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.TransferSyntax;
import org.trabecula.dicom.net.NetworkException.Reason;

/** The encodings that are agreed to, best first, and small data sets in them. */
final class Encodings {
    /** Plain pixels first, then what loses nothing; what cannot be decoded here is left for the sender to decode. */
    static final List<TransferSyntax> TAKEN = Stream.of(
                    "1.2.840.10008.1.2.1",
                    "1.2.840.10008.1.2",
                    "1.2.840.10008.1.2.1.99",
                    "1.2.840.10008.1.2.2",
                    "1.2.840.10008.1.2.5",
                    "1.2.840.10008.1.2.4.70",
                    "1.2.840.10008.1.2.4.57",
                    "1.2.840.10008.1.2.4.80",
                    "1.2.840.10008.1.2.4.90",
                    "1.2.840.10008.1.2.4.50",
                    "1.2.840.10008.1.2.4.81",
                    "1.2.840.10008.1.2.4.91")
            .flatMap(uid -> TransferSyntax.of(uid).stream())
            .toList();

    static final List<TransferSyntax> PLAIN =
            List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);

    private Encodings() {}

    /** The best of the offered encodings among those that are taken. */
    static Optional<TransferSyntax> best(List<String> offered, List<TransferSyntax> taken) {
        return taken.stream().filter(one -> offered.contains(one.uid())).findFirst();
    }

    static Dataset read(byte[] bytes, TransferSyntax syntax) throws NetworkException {
        byte[] header = DicomFile.header("1.2", "1.2", syntax);
        byte[] file = java.util.Arrays.copyOf(header, header.length + bytes.length);
        System.arraycopy(bytes, 0, file, header.length, bytes.length);
        try {
            return DicomFile.read(file).dataset();
        } catch (DicomException e) {
            throw NetworkException.because(Reason.NOT_SPECIFIED, "A data set that cannot be read: " + e.getMessage());
        }
    }

    static byte[] written(Dataset dataset, TransferSyntax syntax) throws IOException {
        if (syntax.equals(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)) {
            return ImplicitWriter.bytes(dataset);
        }
        return DicomFile.of(dataset).datasetBytes();
    }
}
