package faultslip.wavelet;

/** A mother wavelet. */
public interface Wavelet {
  boolean isReal();
  /** e-folding time per unit scale. */
  double eFoldingTime();
}
