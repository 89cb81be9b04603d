package org.trabecula.study.imaging;

/** A rectangle of an image in whole pixels, counted from the upper left corner. */
public record PixelBox(int x, int y, int width, int height) {
    private static final int MOST = 0xFFFF;

    public PixelBox {
        if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > MOST || y + height > MOST) {
            throw new IllegalArgumentException(
                    "Not a rectangle of pixels: " + x + "," + y + "," + width + "," + height);
        }
    }

    /** {@code x,y,width,height} as people type it. */
    public static PixelBox of(String text) {
        if (!text.matches("\\d{1,5}(\\s*,\\s*\\d{1,5}){3}")) {
            throw new IllegalArgumentException("Not a rectangle of pixels: " + text);
        }
        String[] number = text.split("\\s*,\\s*", -1);
        return new PixelBox(
                Integer.parseInt(number[0]),
                Integer.parseInt(number[1]),
                Integer.parseInt(number[2]),
                Integer.parseInt(number[3]));
    }

    @Override
    public String toString() {
        return x + "," + y + "," + width + "," + height;
    }
}
