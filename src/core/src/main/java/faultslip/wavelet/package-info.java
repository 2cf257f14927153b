/**
 * The continuous wavelet transform of Torrence &amp; Compo (1998), "A practical guide to wavelet analysis",
 * Bull. Amer. Meteor. Soc. 79, 61-78: wavelets, scale grids, the forward and inverse transform, and the scalogram
 * with its cone of influence. Equations and tables named in this package are that paper's.
 *
 * <p>Depends on {@code series}, JTransforms and Commons Math.
 */
package faultslip.wavelet;
