package org.trabecula.dicom.net;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;

/** Keeps what it receives in memory; talks to those who call it SHELF and are not called STRANGER. */
final class Shelf implements StorageService {
    final Map<InstanceReference, DicomFile> kept = new ConcurrentHashMap<>();
    final AtomicInteger abandoned = new AtomicInteger();
    final BlockingQueue<CommitmentReport> reports = new LinkedBlockingQueue<>();
    volatile Optional<Remote> reportsTo = Optional.empty();

    DicomFile image(String uid) {
        return Optional.ofNullable(kept.get(new InstanceReference(SopClass.CT, uid)))
                .orElseThrow();
    }

    @Override
    public Admission admit(Peer peer) {
        if (!peer.called().equals("SHELF")) {
            return Admission.CALLED_UNKNOWN;
        }
        return peer.calling().equals("STRANGER") ? Admission.CALLING_UNKNOWN : Admission.WELCOME;
    }

    @Override
    public Receiving begin(Peer peer, Arriving object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(object.fileHeader());
        return new Receiving() {
            @Override
            public OutputStream out() {
                return bytes;
            }

            @Override
            public StoreAnswer complete() {
                try {
                    kept.put(object.reference(), DicomFile.read(bytes.toByteArray()));
                    return StoreAnswer.stored();
                } catch (DicomException e) {
                    return StoreAnswer.refused(
                            StoreAnswer.Status.NOT_UNDERSTOOD, e.finding().sentence());
                }
            }

            @Override
            public void abandon() {
                abandoned.incrementAndGet();
            }
        };
    }

    @Override
    public List<Commitment> commitments(Peer peer, List<InstanceReference> objects) {
        return objects.stream()
                .map(one -> kept.containsKey(one) ? Commitment.KEPT : Commitment.UNKNOWN)
                .toList();
    }

    @Override
    public Optional<Remote> reportsTo(Peer peer) {
        return reportsTo;
    }

    @Override
    public void reported(Peer peer, CommitmentReport report) {
        reports.add(report);
    }
}
