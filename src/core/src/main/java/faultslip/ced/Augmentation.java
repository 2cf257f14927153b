package faultslip.ced;

import faultslip.series.Recording;
import java.util.List;
import java.util.stream.Stream;

/**
 * Variations of a training segment, so that a few seismic cycles teach more: the same course of events at other paces,
 * and cuts whose ends lie elsewhere, so that a network does not take the edge effects of one segment for the fault.
 *
 * @param paces factors by which time is stretched, positive; 1 is the segment itself
 * @param cuts parts of the segment
 */
public record Augmentation(List<Double> paces, List<Cut> cuts) {
  /** The segment alone. */
  public static final Augmentation NONE = new Augmentation(List.of(1.0), List.of());

  /**
   * A part of a segment.
   *
   * @param from its start, as a fraction of the segment, at least 0
   * @param to its end, as a fraction of the segment, above {@code from}, at most 1
   */
  public record Cut(double from, double to) {

    /** @throws CedException if the fractions are outside their range */
    public Cut {
      if (!(from >= 0 && to > from && to <= 1)) {
        throw new CedException("Cut from %s to %s of a segment; give fractions from 0 to 1, the end above the start."
            .formatted(from, to));
      }
    }
  }

  /** @throws CedException if there is nothing, or a pace is not positive */
  public Augmentation {
    paces = List.copyOf(paces);
    cuts = List.copyOf(cuts);
    if ((paces.isEmpty() && cuts.isEmpty()) || paces.stream().anyMatch(pace -> !(pace > 0) || pace.isInfinite())) {
      throw new CedException("Paces " + paces + " and cuts " + cuts + "; give at least one of either, paces positive.");
    }
  }

  /**
   * The variations of a training segment; nothing outside it has any influence.
   *
   * @throws faultslip.series.SeriesException if the segment is too short to be stretched or cut
   */
  public List<Recording> of(Recording training) {
    int length = training.length();
    return Stream.concat(paces.stream().map(pace -> pace == 1 ? training : training.stretched(pace)),
        cuts.stream().map(cut -> training.slice((int) (cut.from * length), (int) (cut.to * length)))).toList();
  }
}
