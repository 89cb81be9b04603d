package org.trabecula.dicom.net;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;

/** The way of one object from the network to whoever keeps it. A fault of the keeper does not end the association: the rest is let pass. */
final class Landing {
    private static final Logger LOG = System.getLogger(Landing.class.getName());

    /** Copies what comes from the network. */
    interface Arrival {
        void to(OutputStream out) throws IOException;
    }

    private final StorageService service;
    private final Peer peer;
    private final Arriving object;

    private Landing(StorageService service, Peer peer, Arriving object) {
        this.service = service;
        this.peer = peer;
        this.object = object;
    }

    static Landing of(StorageService service, Peer peer, Arriving object) {
        return new Landing(service, peer, object);
    }

    /** @throws IOException when the network fails; the object is abandoned then */
    StoreAnswer land(Arrival arrival) throws IOException {
        StorageService.Receiving receiving;
        try {
            receiving = service.begin(peer, object);
        } catch (IOException | RuntimeException e) {
            arrival.to(OutputStream.nullOutputStream());
            return noRoom(e);
        }
        boolean whole = false;
        Forgiving out = new Forgiving(receiving);
        try {
            arrival.to(out);
            whole = !out.failed;
        } finally {
            if (!whole) {
                receiving.abandon();
            }
        }
        return whole ? completed(receiving) : StoreAnswer.refused(StoreAnswer.Status.OUT_OF_RESOURCES, "No room");
    }

    private StoreAnswer completed(StorageService.Receiving receiving) {
        try {
            return receiving.complete();
        } catch (IOException | RuntimeException e) {
            return noRoom(e);
        }
    }

    private StoreAnswer noRoom(Exception fault) {
        LOG.log(Logger.Level.ERROR, "An object could not be kept", fault);
        return StoreAnswer.refused(StoreAnswer.Status.OUT_OF_RESOURCES, "The object could not be kept");
    }

    /** Passes bytes on until the keeper fails, and swallows the rest. */
    private static final class Forgiving extends OutputStream {
        private final StorageService.Receiving receiving;
        private boolean failed;

        Forgiving(StorageService.Receiving receiving) {
            this.receiving = receiving;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (failed) {
                return;
            }
            try {
                receiving.out().write(bytes, from, length);
            } catch (IOException e) {
                LOG.log(Logger.Level.ERROR, "An object could not be written", e);
                failed = true;
            }
        }
    }
}
