/**
 * The figures of the paper, as PNG and SVG: panels, their layout on a page, and one class for each figure.
 *
 * <p>A figure computes no science. It looks the same on every machine: it brings its own font, writes neither time nor
 * random identifier, and needs no display. Lengths are in points (1/72 inch) unless a name says millimetres.
 *
 * <p>Depends on {@code series}, {@code wavelet}, {@code split}, {@code gouge}, {@code study}, {@code data}, the results
 * of {@code ced}, {@code evaluate}, {@code evaluate.baseline}, {@code evaluate.certainty} and {@code experiment},
 * Batik, and the Liberation fonts.
 */
package faultslip.figure;
