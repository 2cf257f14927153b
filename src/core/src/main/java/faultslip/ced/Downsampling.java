package faultslip.ced;

/** How a down block halves its image. */
public enum Downsampling {
  /** The largest of each 2×2 pixels. */
  MAX_POOLING,
  /** A 3×3 convolution with stride 2: more parameters, faster with oneDNN. */
  STRIDED_CONVOLUTION
}
