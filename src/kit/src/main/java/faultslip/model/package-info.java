/**
 * Models that travel, each in one file, and what they say of recordings that no study describes: at once, over days, or
 * as they are heard.
 *
 * <p>Depends on {@code series}, {@code wavelet}, {@code split}, {@code ced}, {@code evaluate},
 * {@code evaluate.certainty}, {@code data}, {@code study}, {@code experiment}, {@code inspect}; on Commons Codec, IO
 * and Math, jHDF and Jackson. Nothing here prints.
 */
package faultslip.model;
