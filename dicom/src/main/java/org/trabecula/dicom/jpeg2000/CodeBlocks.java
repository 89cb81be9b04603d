package org.trabecula.dicom.jpeg2000;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The code blocks of one precinct in one sub-band (sections B.7 and B.10). */
final class CodeBlocks {

    private static final int MOST_PLANES = 30;

    /** Passes whose bytes follow in the packet, and the block they belong to. */
    record Piece(CodeBlock block, int passes, int length) {}

    private final Subband band;
    private final Area area;
    private final Area cells;
    private final int blockWidth;
    private final int blockHeight;
    private @Nullable Trees trees;

    /** Made when first needed: most of what a header can claim never comes. */
    private static final class Trees {
        final TagTree inclusion;
        final TagTree zeroPlanes;
        final @Nullable CodeBlock[] blocks;

        Trees(Area cells) {
            inclusion = new TagTree(cells.width(), cells.height());
            zeroPlanes = new TagTree(cells.width(), cells.height());
            blocks = new CodeBlock[cells.width() * cells.height()];
        }
    }

    CodeBlocks(Subband band, Area precinct, int blockWidth, int blockHeight) {
        this.band = band;
        this.area = band.area().common(precinct);
        this.cells = area.cells(blockWidth, blockHeight);
        this.blockWidth = blockWidth;
        this.blockHeight = blockHeight;
    }

    long count() {
        return cells.size();
    }

    /** Reads what the header of a packet says of each block. */
    void readHeader(PacketBits bits, int layer, List<Piece> pieces) {
        if (cells.isEmpty()) {
            return;
        }
        Trees known = trees == null ? new Trees(cells) : trees;
        trees = known;
        for (int row = 0; row < cells.height(); row++) {
            for (int column = 0; column < cells.width(); column++) {
                int index = row * cells.width() + column;
                CodeBlock block = known.blocks[index];
                boolean comes =
                        block == null ? known.inclusion.isBelow(column, row, layer + 1, bits) : bits.take() == 1;
                if (comes) {
                    CodeBlock told = block == null ? first(known, column, row, bits) : block;
                    known.blocks[index] = told;
                    pieces.add(told.readPiece(bits));
                }
            }
        }
    }

    private CodeBlock first(Trees known, int column, int row, PacketBits bits) {
        Area cell = Area.cell(cells.x0() + column, cells.y0() + row, blockWidth, blockHeight);
        return new CodeBlock(cell.common(area), planes(known.zeroPlanes, column, row, bits));
    }

    private int planes(TagTree zeroPlanes, int column, int row, PacketBits bits) {
        int zeros = 0;
        while (!zeroPlanes.isBelow(column, row, zeros + 1, bits)) {
            zeros++;
            if (zeros >= band.planes()) {
                throw Refusal.damaged();
            }
        }
        int planes = band.planes() - zeros;
        if (planes > MOST_PLANES) {
            throw Refusal.damaged();
        }
        return planes;
    }

    /** Puts all coefficients into the plane of the tile. */
    void decode(float[] plane, int line, CodingStyle style) {
        if (trees == null) {
            return;
        }
        for (CodeBlock block : trees.blocks) {
            if (block != null) {
                decode(block, plane, line, style);
            }
        }
    }

    private void decode(CodeBlock block, float[] plane, int line, CodingStyle style) {
        Area place = block.place;
        int[] doubled = BlockDecoder.decode(
                place,
                band.orientation(),
                block.data.toByteArray(),
                block.planes,
                block.passes,
                style.segmentationSymbols());
        int from = 0;
        for (int y = place.y0(); y < place.y1(); y++) {
            int to = (band.y() + y - band.area().y0()) * line
                    + band.x()
                    + place.x0()
                    - band.area().x0();
            for (int x = 0; x < place.width(); x++) {
                int twice = doubled[from++];
                int whole = twice / 2;
                plane[to++] = style.reversible() ? whole : twice * 0.5f * band.step();
            }
        }
    }
}
