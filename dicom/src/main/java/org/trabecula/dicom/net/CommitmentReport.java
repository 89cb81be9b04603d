package org.trabecula.dicom.net;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.Tag;

/**
 * Which objects somebody promises to keep (PS3.4 table J.3-4).
 *
 * @param transaction UID of the question
 */
public record CommitmentReport(String transaction, List<InstanceReference> kept, List<Failure> failed) {
    static final Tag TRANSACTION = Tag.named("TransactionUID");
    private static final Tag CLASS = Tag.named("ReferencedSOPClassUID");
    private static final Tag INSTANCE = Tag.named("ReferencedSOPInstanceUID");
    private static final Tag REFERENCED = Tag.named("ReferencedSOPSequence");
    private static final Tag FAILED = Tag.named("FailedSOPSequence");
    private static final Tag REASON = Tag.named("FailureReason");

    public CommitmentReport {
        kept = List.copyOf(kept);
        failed = List.copyOf(failed);
    }

    /**
     * An object that is not kept.
     *
     * @param reason a code of PS3.3 section C.14.1.1
     */
    public record Failure(InstanceReference reference, int reason) {}

    static CommitmentReport of(
            String transaction, List<InstanceReference> asked, List<StorageService.Commitment> found) {
        List<InstanceReference> kept = new ArrayList<>();
        List<Failure> failed = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (found.get(i) == StorageService.Commitment.KEPT) {
                kept.add(asked.get(i));
            } else {
                failed.add(new Failure(asked.get(i), found.get(i).reason()));
            }
        }
        return new CommitmentReport(transaction, kept, failed);
    }

    static CommitmentReport read(Dataset dataset) {
        return new CommitmentReport(
                dataset.string(TRANSACTION).orElse(""),
                references(dataset),
                dataset.items(FAILED).stream()
                        .map(item -> new Failure(
                                reference(item), item.integer(REASON).orElse(0)))
                        .toList());
    }

    Dataset dataset() {
        DatasetBuilder report = Dataset.builder().put(TRANSACTION, transaction);
        if (!kept.isEmpty()) {
            report.put(REFERENCED, kept.stream().map(one -> item(one).build()).toList());
        }
        if (!failed.isEmpty()) {
            report.put(
                    FAILED,
                    failed.stream()
                            .map(one -> item(one.reference())
                                    .put(REASON, one.reason())
                                    .build())
                            .toList());
        }
        return report.build();
    }

    /** The question to which this is the answer. */
    static Dataset question(String transaction, List<InstanceReference> asked) {
        return Dataset.builder()
                .put(TRANSACTION, transaction)
                .put(REFERENCED, asked.stream().map(one -> item(one).build()).toList())
                .build();
    }

    static List<InstanceReference> references(Dataset dataset) {
        return dataset.items(REFERENCED).stream()
                .map(CommitmentReport::reference)
                .toList();
    }

    private static DatasetBuilder item(InstanceReference one) {
        return Dataset.builder().put(CLASS, one.sopClass()).put(INSTANCE, one.sopInstance());
    }

    private static InstanceReference reference(Dataset item) {
        return new InstanceReference(
                item.string(CLASS).orElse(""), item.string(INSTANCE).orElse(""));
    }
}
