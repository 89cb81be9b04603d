package org.trabecula.dicom.jpeg2000;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Deals the bytes of a tile out to its code blocks (sections B.9, B.10 and B.12). */
final class Packets {

    private static final int START_OF_PACKET = 0xFF91;
    private static final int END_OF_HEADER = 0xFF92;

    private final ByteBuffer data;
    private final CodingStyle style;
    private final Effort effort;

    Packets(ByteBuffer data, CodingStyle style, Effort effort) {
        this.data = data;
        this.style = style;
        this.effort = effort;
    }

    /** @param resolutions the precincts of each, from the smallest resolution */
    void read(List<List<Precinct>> resolutions) {
        switch (style.progression()) {
            case LAYER -> {
                for (int layer = 0; layer < style.layers(); layer++) {
                    for (List<Precinct> resolution : resolutions) {
                        layer(resolution, layer);
                    }
                }
            }
            case RESOLUTION_LAYER -> {
                for (List<Precinct> resolution : resolutions) {
                    for (int layer = 0; layer < style.layers(); layer++) {
                        layer(resolution, layer);
                    }
                }
            }
            case RESOLUTION_POSITION -> resolutions.forEach(this::allLayers);
            case POSITION, COMPONENT ->
                allLayers(resolutions.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparingInt(Precinct::y)
                                .thenComparingInt(Precinct::x)
                                .thenComparingInt(Precinct::resolution))
                        .toList());
        }
    }

    private void allLayers(List<Precinct> precincts) {
        for (Precinct precinct : precincts) {
            for (int layer = 0; layer < style.layers(); layer++) {
                packet(precinct, layer);
            }
        }
    }

    private void layer(List<Precinct> precincts, int layer) {
        precincts.forEach(precinct -> packet(precinct, layer));
    }

    private void packet(Precinct precinct, int layer) {
        if (nextIs(START_OF_PACKET)) {
            take(6);
        }
        PacketBits bits = new PacketBits(data);
        List<CodeBlocks.Piece> pieces = new ArrayList<>();
        if (bits.take() == 1) {
            effort.look(precinct.blocks());
            precinct.bands().forEach(band -> band.readHeader(bits, layer, pieces));
        }
        bits.align();
        if (nextIs(END_OF_HEADER)) {
            take(2);
        }
        for (CodeBlocks.Piece piece : pieces) {
            effort.visit(piece.block().place, piece.passes());
            piece.block().data.writeBytes(take(piece.length()));
        }
    }

    private boolean nextIs(int marker) {
        return style.packetMarkers() && data.remaining() >= 2 && (data.getShort(data.position()) & 0xFFFF) == marker;
    }

    private byte[] take(int length) {
        if (length > data.remaining()) {
            throw Refusal.truncated();
        }
        byte[] taken = new byte[length];
        data.get(taken);
        return taken;
    }
}
