package faultslip.raw;

import faultslip.InterruptedWorkException;
import faultslip.data.DataException;
import faultslip.data.MatlabFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Matrix;

/**
 * How the acoustic files {@code WF_1.ac}, {@code WF_2.ac}, ... of a bi-axial experiment are laid out, and when they
 * begin, as two MAT files say it. A file holds superframes, a superframe its channels, a channel its consecutive
 * samples: little-endian integers of 16 bits.
 *
 * @param folder where the files are
 * @param superframes of a file, at least 1
 * @param channels that were saved, at least 1
 * @param samples of one channel in a superframe, at least 1
 * @param starts of the files, in seconds of the mechanical record's clock, increasing
 * @param spacing of samples, in seconds, positive
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record AcousticRun(Path folder, int superframes, int channels, int samples, double[] starts, double spacing) {
  /** Settings say the spacing of samples too, in fewer digits. */
  private static final double LIKE = 1e-2;

  /**
   * Reads settings ({@code numFrames}, two a superframe; {@code numAcqs}, waveforms a superframe; {@code Nsamples} of a
   * waveform; {@code channels2save}, a number for each) and times ({@code acTime} of each waveform of all files, s;
   * {@code ts_adjusted}, spacing of samples, µs).
   *
   * @throws DataException if one is missing, no MAT file, lacks a variable, or the two do not fit each other
   */
  static AcousticRun read(Path folder, Path settings, Path sync) {
    Mat5File set = open(settings);
    int frames = whole(set, settings, "numFrames");
    DataException.require(frames % 2 == 0, "%s: numFrames is %d, an odd number, and two make a superframe; give the "
        + "settings of this experiment.", settings, frames);
    int acquisitions = whole(set, settings, "numAcqs");
    int length = whole(set, settings, "Nsamples");
    int channels = matrix(set, settings, "channels2save").getNumElements();
    Mat5File timing = open(sync);
    Matrix times = matrix(timing, sync, "acTime");
    long waveforms = (long) frames / 2 * acquisitions;
    long all = times.getNumElements();
    DataException.require(all >= 2 && all % waveforms == 0, "%s: acTime has %d times, and %s says %d waveforms a file, "
        + "so they are not of one experiment, or one is cut short; give those of one.", sync, all, settings, waveforms);
    for (int i = 1; i < all; i++) {
      DataException.require(times.getDouble(i) > times.getDouble(i - 1), "%s: acTime(%d) is %s s and acTime(%d) %s s; "
          + "times must increase: give the file of this experiment.", sync, i, times.getDouble(i - 1), i + 1,
          times.getDouble(i));
    }
    double spacing = (times.getDouble((int) all - 1) - times.getDouble(0)) / (all - 1) / length;
    double said = matrix(timing, sync, "ts_adjusted").getDouble(0) * 1e-6;
    DataException.require(Math.abs(said / spacing - 1) < LIKE, "%s: ts_adjusted is %s µs, but acTime and the %d "
        + "samples of a waveform in %s make it %s µs; give the files of one experiment.", sync, (float) (said * 1e6),
        length, settings, (float) (spacing * 1e6));
    double[] starts = new double[(int) (all / waveforms)];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = times.getDouble((int) (i * waveforms));
    }
    return new AcousticRun(folder, frames / 2, channels, Math.multiplyExact(acquisitions, length), starts, spacing);
  }

  private static Mat5File open(Path file) {
    DataException.require(Files.isRegularFile(file), "%s: no such file; put it there, or correct the path.", file);
    try {
      return MatlabFile.read(file);
    } catch (DataException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      InterruptedWorkException.check(); // which closes the file, too
      // The library says damage in many ways.
      throw new DataException("%s: cannot be read as a MAT file of MATLAB 5 to 7 (%s); copy it again, or save it "
          .formatted(file, DataException.reason(e)) + "with -v7.", e);
    }
  }

  private static Matrix matrix(Mat5File mat, Path file, String name) {
    try {
      Matrix matrix = mat.getMatrix(name);
      DataException.require(matrix.getNumElements() > 0, "%s: '%s' is empty; give the file of this experiment.", file,
          name);
      return matrix;
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new DataException("%s: no variable '%s' of numbers; give the file that has it.".formatted(file, name), e);
    }
  }

  private static int whole(Mat5File mat, Path file, String name) {
    double value = matrix(mat, file, name).getDouble(0);
    DataException.require(value >= 1 && value == Math.rint(value) && value <= Integer.MAX_VALUE,
        "%s: %s is %s; a whole number from 1 on belongs there: give the settings of this experiment.", file, name,
        value);
    return (int) value;
  }

  /** Where a file is, from 1. */
  Path file(int number) {
    return folder.resolve("WF_" + number + ".ac");
  }

  /** Samples of one channel in a file. */
  long length() {
    return (long) superframes * samples;
  }

  /** Bytes of a file. */
  long bytes() {
    return length() * channels * Short.BYTES;
  }

  /** Time of the end of a file's last sample, in seconds. */
  double end(int number) {
    return starts[number - 1] + length() * spacing;
  }

  /** Refuses a file that is missing or has another size. */
  void require(int number) {
    Path file = file(number);
    DataException.require(Files.isRegularFile(file), "%s: no such file, and it holds %s to %s s; put it there, or "
        + "choose another part with --from and --to.", file, (float) starts[number - 1], (float) end(number));
    DataException.require(file.toFile().length() == bytes(), "%s: %d bytes, but %d superframes of %d channels of %d "
        + "samples are %d; copy the file again, or give its own settings.", file, file.toFile().length(), superframes,
        channels, samples, bytes());
  }
}
