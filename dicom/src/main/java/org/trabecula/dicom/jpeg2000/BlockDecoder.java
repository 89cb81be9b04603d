package org.trabecula.dicom.jpeg2000;

/**
 * The coefficients of one code block, bit plane by bit plane in three passes (annex D). Coefficients carry one more bit below the lowest,
 * so that one that was cut off lies in the middle of what it may have been.
 *
 * <p>Each coefficient has a word of flags that also holds which of its neighbours are significant, and the signs of four of them. They
 * are kept up to date whenever a coefficient becomes significant, which is seldom; contexts are asked for all the time, and so are one look
 * into a table.
 */
final class BlockDecoder {

    /** Which neighbours weigh most in a sub-band (table D.1). */
    enum Orientation {
        LOW_OR_VERTICAL,
        HORIZONTAL,
        DIAGONAL
    }

    private static final int SIGN_CONTEXTS = 9;
    private static final int REFINING_CONTEXTS = 14;
    private static final int RUN = 17;
    private static final int UNIFORM = 18;
    /** Table D.7. */
    private static final int[] FIRST_STATES = {4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 46};

    private static final int STRIPE = 4;

    private static final int LEFT = 1;
    private static final int RIGHT = 1 << 1;
    private static final int UP = 1 << 2;
    private static final int DOWN = 1 << 3;
    private static final int UP_LEFT = 1 << 4;
    private static final int UP_RIGHT = 1 << 5;
    private static final int DOWN_LEFT = 1 << 6;
    private static final int DOWN_RIGHT = 1 << 7;
    private static final int NEIGHBOURS = 0xFF;
    private static final int CORNERS = UP_LEFT | UP_RIGHT | DOWN_LEFT | DOWN_RIGHT;
    /** That a neighbour to the side is negative stands so many bits higher. */
    private static final int NEGATIVE_NEIGHBOUR = 8;

    private static final int SIGNIFICANT = 1 << 12;
    private static final int NEGATIVE = 1 << 13;
    private static final int VISITED = 1 << 14;
    private static final int REFINED = 1 << 15;

    private static final byte[][] CONTEXTS = new byte[Orientation.values().length][NEIGHBOURS + 1];

    static {
        for (Orientation orientation : Orientation.values()) {
            for (int neighbours = 0; neighbours <= NEIGHBOURS; neighbours++) {
                CONTEXTS[orientation.ordinal()][neighbours] = (byte) context(orientation, neighbours);
            }
        }
    }

    private final int width;
    private final int height;
    private final byte[] contexts;
    private final MqDecoder mq;
    /** With a border of one on all sides. */
    private final int[] flags;

    private final int[] magnitude;
    private final int line;

    private BlockDecoder(Area area, Orientation orientation, byte[] data) {
        this.width = area.width();
        this.height = area.height();
        this.contexts = CONTEXTS[orientation.ordinal()];
        this.mq = new MqDecoder(data, FIRST_STATES);
        this.line = width + 2;
        this.flags = new int[line * (height + 2)];
        this.magnitude = new int[width * height];
    }

    /**
     * Twice the coefficients with their signs, row by row.
     *
     * @param planes how many bit planes the highest coefficient has, at most 30
     */
    static int[] decode(Area area, Orientation orientation, byte[] data, int planes, int passes, boolean symbols) {
        BlockDecoder block = new BlockDecoder(area, orientation, data);
        // The first plane has only the last of the three passes.
        for (int pass = 2; pass < passes + 2; pass++) {
            int one = 1 << (planes - pass / 3);
            switch (pass % 3) {
                case 0 -> block.significance(one);
                case 1 -> block.refinement(one);
                default -> block.cleanup(one, symbols);
            }
        }
        return block.signed();
    }

    private int[] signed() {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if ((flags[place(x, y)] & NEGATIVE) != 0) {
                    magnitude[y * width + x] = -magnitude[y * width + x];
                }
            }
        }
        return magnitude;
    }

    private int place(int x, int y) {
        return (y + 1) * line + x + 1;
    }

    /** Section D.3.1: those that have a significant neighbour. */
    private void significance(int one) {
        for (int top = 0; top < height; top += STRIPE) {
            int end = Math.min(top + STRIPE, height);
            for (int x = 0; x < width; x++) {
                for (int y = top, place = place(x, top); y < end; y++, place += line) {
                    int flag = flags[place];
                    if ((flag & SIGNIFICANT) == 0 && (flag & NEIGHBOURS) != 0) {
                        flags[place] = flag | VISITED;
                        if (mq.decide(contexts[flag & NEIGHBOURS]) == 1) {
                            becomesSignificant(place, y * width + x, one);
                        }
                    }
                }
            }
        }
    }

    /** Section D.3.3: those that were significant before. */
    private void refinement(int one) {
        for (int top = 0; top < height; top += STRIPE) {
            int end = Math.min(top + STRIPE, height);
            for (int x = 0; x < width; x++) {
                for (int y = top, place = place(x, top); y < end; y++, place += line) {
                    int flag = flags[place];
                    if ((flag & (SIGNIFICANT | VISITED)) == SIGNIFICANT) {
                        int further = (flag & REFINED) != 0 ? 2 : (flag & NEIGHBOURS) != 0 ? 1 : 0;
                        boolean more = mq.decide(REFINING_CONTEXTS + further) == 1;
                        magnitude[y * width + x] += more ? one >> 1 : -(one >> 1);
                        flags[place] = flag | REFINED;
                    }
                }
            }
        }
    }

    /** Section D.3.4: all the others; four in a column without any significant neighbour are told at once. */
    private void cleanup(int one, boolean symbols) {
        for (int top = 0; top < height; top += STRIPE) {
            int end = Math.min(top + STRIPE, height);
            for (int x = 0; x < width; x++) {
                int y = top;
                if (end - top == STRIPE && isQuiet(place(x, top))) {
                    if (mq.decide(RUN) == 0) {
                        continue;
                    }
                    y += 2 * mq.decide(UNIFORM) + mq.decide(UNIFORM);
                    becomesSignificant(place(x, y), y * width + x, one);
                    y++;
                }
                for (int place = place(x, y); y < end; y++, place += line) {
                    int flag = flags[place];
                    if ((flag & (SIGNIFICANT | VISITED)) == 0 && mq.decide(contexts[flag & NEIGHBOURS]) == 1) {
                        becomesSignificant(place, y * width + x, one);
                    }
                    flags[place] &= ~VISITED;
                }
            }
        }
        if (symbols && symbol() != 0xA) {
            throw Refusal.damaged();
        }
    }

    /** Section D.5. */
    private int symbol() {
        int symbol = 0;
        for (int i = 0; i < 4; i++) {
            symbol = symbol << 1 | mq.decide(UNIFORM);
        }
        return symbol;
    }

    private boolean isQuiet(int place) {
        int all = flags[place] | flags[place + line] | flags[place + 2 * line] | flags[place + 3 * line];
        return (all & (NEIGHBOURS | SIGNIFICANT | VISITED)) == 0;
    }

    /** Section D.3.2: the sign, foretold by the signs of the four neighbours to the sides. */
    private void becomesSignificant(int place, int index, int one) {
        int flag = flags[place];
        int horizontal = Integer.signum(sign(flag, LEFT) + sign(flag, RIGHT));
        int vertical = Integer.signum(sign(flag, UP) + sign(flag, DOWN));
        int both = 3 * horizontal + vertical;
        boolean negative = mq.decide(SIGN_CONTEXTS + Math.abs(both)) == 1 != both < 0;
        flags[place] = flag | SIGNIFICANT | (negative ? NEGATIVE : 0);
        int side = negative ? 1 | 1 << NEGATIVE_NEIGHBOUR : 1;
        flags[place - 1] |= side * RIGHT;
        flags[place + 1] |= side * LEFT;
        flags[place - line] |= side * DOWN;
        flags[place + line] |= side * UP;
        flags[place - line - 1] |= DOWN_RIGHT;
        flags[place - line + 1] |= DOWN_LEFT;
        flags[place + line - 1] |= UP_RIGHT;
        flags[place + line + 1] |= UP_LEFT;
        magnitude[index] = one | one >> 1;
    }

    private static int sign(int flag, int neighbour) {
        if ((flag & neighbour) == 0) {
            return 0;
        }
        return (flag & neighbour << NEGATIVE_NEIGHBOUR) == 0 ? 1 : -1;
    }

    /** Table D.1; 0 only if no neighbour is significant. */
    private static int context(Orientation orientation, int neighbours) {
        int across = Integer.bitCount(neighbours & (LEFT | RIGHT));
        int along = Integer.bitCount(neighbours & (UP | DOWN));
        int corners = Integer.bitCount(neighbours & CORNERS);
        return switch (orientation) {
            case LOW_OR_VERTICAL -> straight(across, along, corners);
            case HORIZONTAL -> straight(along, across, corners);
            case DIAGONAL -> diagonal(across + along, corners);
        };
    }

    private static int straight(int first, int second, int corners) {
        if (first == 2) {
            return 8;
        }
        if (first == 1) {
            return second >= 1 ? 7 : corners >= 1 ? 6 : 5;
        }
        return second > 0 ? 2 + second : Math.min(corners, 2);
    }

    private static int diagonal(int sides, int corners) {
        return switch (corners) {
            case 0 -> Math.min(sides, 2);
            case 1 -> 3 + Math.min(sides, 2);
            case 2 -> sides >= 1 ? 7 : 6;
            default -> 8;
        };
    }
}
