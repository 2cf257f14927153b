/**
 * The root of the library, which every other package may use: its exception root, the way it writes files, and
 * how it finds what others add to it.
 *
 * <p>Depends on no other package. The floors of the library above it, each using only those before it: {@code series},
 * {@code wavelet}, {@code split}, {@code ced}; and {@code evaluate} beside them.
 */
package faultslip;
