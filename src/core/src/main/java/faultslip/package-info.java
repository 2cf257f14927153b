/**
 * The root of the kit: its exception root and the way it writes files, and nothing else. Depends on nothing; every
 * other package may use it.
 *
 * <p>The floors of the library, each using only those before it: {@code series}, {@code wavelet}, {@code data},
 * {@code split}, {@code ced}, {@code evaluate}, {@code study}, {@code experiment}, {@code figure}, {@code app}.
 */
package faultslip;
