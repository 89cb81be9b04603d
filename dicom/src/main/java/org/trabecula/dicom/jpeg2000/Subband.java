package org.trabecula.dicom.jpeg2000;

/**
 * A part of the wavelet coefficients of a tile (section B.5).
 *
 * @param x where its first column lies in the plane of all coefficients of the tile; {@code y} alike
 * @param planes how many bit planes its coefficients can have
 * @param step what one counts
 */
record Subband(Area area, int x, int y, BlockDecoder.Orientation orientation, int planes, float step) {}
