package faultslip.experiment;

import faultslip.study.PublicData;
import faultslip.study.Studies;
import faultslip.study.Study;
import faultslip.study.Study.OtherRecordings;
import java.util.List;

/** The study of the real recordings, learned from one simulation, without nowcasts and other recordings. */
final class PublicRecordings {
  private PublicRecordings() {}

  /** The study; a test is skipped where its recordings are missing. */
  static Study study() {
    Study study = Studies.read("public", PublicData.folder());
    return new Study(study.name(), List.of(study.simulations().get(1)), study.laboratory(), OtherRecordings.NONE,
        study.method().changed(List.of("windows.nowcast.memory=0 s")), study.sources());
  }
}
