package faultslip.ced;

/**
 * A segment of a recording as a training looks at it: images of its windows, and what the network should say of them.
 * Images may be made when they are asked for, as often as they are.
 */
public interface TrainingSegment {

  /** Number of samples. */
  int length();

  /** Height of its images: scales of the scalogram. */
  int scales();

  /** Images of a window that the network sees at once; the emission's alone, if nothing else is said. */
  default int channels() {
    return 1;
  }

  /**
   * What the network sees of a window, [channel][scale][time].
   *
   * @param start the window's first sample
   * @param images at least {@code offset + channels · scales · width} long
   */
  void copyInput(int start, int width, float[] images, int offset);

  /**
   * What it should say of a window, [scale][time].
   *
   * @param start the window's first sample
   * @param images at least {@code offset + scales · width} long
   */
  void copyTarget(int start, int width, float[] images, int offset);
}
