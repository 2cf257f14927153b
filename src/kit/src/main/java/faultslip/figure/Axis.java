package faultslip.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An axis on paper: where values lie along it, and its ticks, as many as it has room for. From its start, left or
 * below, positive unless linear, to its end, which is below the start if it runs backwards; no tick is above the
 * highest, where there is text that grid lines would strike through.
 */
record Axis(Kind kind, double start, double end, double highestTick) {
  private static final int ENOUGH = 3;
  /** Of a vertical axis, left without labels at its ends: they would run into those of the next panel. */
  private static final double CLEAR = 3;
  private static final double BORDER = 3;

  /** Ticks are 1, 2 or 5 times a power of ten apart, or at 1, 2 and 5 times the powers of ten, or fewer. */
  enum Kind { LINEAR, LOGARITHMIC }

  record Tick(double value, String label) {

    /** With three digits at most: 0.05, 12.8. */
    static Tick plain(double value) {
      return new Tick(value, new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString());
    }
  }

  static Axis of(Kind kind, double start, double end) {
    return new Axis(kind, start, end, Double.POSITIVE_INFINITY);
  }

  /**
   * A vertical axis, of a height in points, that shows a range with a small border below and above, and headroom for
   * text on top. It may be logarithmic if the range is positive.
   */
  static Axis of(Kind kind, ValueRange range, double height, double headroom) {
    if (kind == Kind.LOGARITHMIC) {
      Axis exponents = of(Kind.LINEAR,
          new ValueRange(StrictMath.log10(range.low()), StrictMath.log10(range.high())), height, headroom);
      return new Axis(kind, StrictMath.pow(10, exponents.start), StrictMath.pow(10, exponents.end),
          StrictMath.pow(10, exponents.highestTick));
    }
    double perPoint = range.span() / Math.max(height - headroom - 2 * BORDER, height / 4);
    double half = range.span() / 2 + BORDER * perPoint;
    double top = range.middle() + half;
    return new Axis(kind, range.middle() - half, top + headroom * perPoint, top);
  }

  /** Where a value lies, from 0 at the start to 1 at the end. */
  double share(double value) {
    return kind == Kind.LINEAR ? (value - start) / (end - start)
        : StrictMath.log(value / start) / StrictMath.log(end / start);
  }

  /** The ticks, ascending, of an axis of a length in points that lies across or upright. */
  List<Tick> ticks(double length, boolean across) {
    // Zero often lies just so far from the end.
    double clear = (across ? 0 : CLEAR / length) - 1e-9;
    if (kind == Kind.LINEAR) {
      return shown(round(length / (across ? 32 : 12)), clear);
    }
    double room = across ? 18 : 8;
    double decade = length / Math.abs(StrictMath.log10(end / start));
    // The narrowest gap is that of 1 and 2, of 3 and 10, of 1 and 10.
    List<Tick> ticks = shown(decade * 0.3 >= room ? decades(1, 2, 5)
        : decade * 0.47 >= room ? decades(1, 3) : decades(1), clear);
    List<Tick> round = shown(round(Math.min(length / (1.6 * room), 5)), clear);
    return ticks.size() >= Math.min(ENOUGH, round.size()) ? ticks : round;
  }

  private List<Tick> shown(Stream<Tick> ticks, double clear) {
    return ticks.filter(tick -> tick.value() <= highestTick && share(tick.value()) >= clear
        && share(tick.value()) <= 1 - clear).toList();
  }

  /** @param room about how many are wanted; at least 2 are sought */
  private Stream<Tick> round(double room) {
    double low = Math.min(start, end);
    double high = Math.min(Math.max(start, end), highestTick);
    double wanted = (high - low) / Math.max(2, Math.floor(room));
    int exponent = (int) Math.floor(StrictMath.log10(wanted));
    BigDecimal step = IntStream.of(1, 2, 5, 10)
        .mapToObj(mantissa -> BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent))
        .filter(candidate -> candidate.doubleValue() >= wanted * 0.8).findFirst().orElseThrow();
    int decimals = Math.max(0, step.stripTrailingZeros().scale());
    // Exact decimals: 3 · 0.1 would be written 0.30000000000000004.
    return LongStream.rangeClosed((long) Math.ceil(low / step.doubleValue() - 1e-9),
        (long) Math.floor(high / step.doubleValue() + 1e-9)).mapToObj(BigDecimal::valueOf).map(step::multiply)
        .map(value -> new Tick(value.doubleValue(),
            value.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString().replace('-', '−')));
  }

  private Stream<Tick> decades(int... mantissas) {
    int lowest = (int) Math.floor(StrictMath.log10(Math.min(start, end)));
    return IntStream.rangeClosed(lowest, (int) Math.floor(StrictMath.log10(Math.max(start, end)))).boxed()
        .flatMap(exponent -> IntStream.of(mantissas)
            .mapToObj(mantissa -> Tick.plain(mantissa * StrictMath.pow(10, exponent))));
  }
}
