package faultslip.experiment;

import faultslip.data.DataFolder;
import faultslip.study.Studies;
import faultslip.study.Study;
import faultslip.study.Study.OtherRecordings;
import faultslip.testing.Shared;

/** The study of the real recordings, without the other recording that is not everywhere. */
final class PublicRecordings {
  private PublicRecordings() {}

  /** The study; a test is skipped where its recordings are missing. */
  static Study study() {
    Study study = Studies.read("public", new DataFolder(Shared.data("public/Slip_events.npy").getParent().getParent()));
    return new Study(study.name(), study.simulations(), study.laboratory(), OtherRecordings.NONE, study.method(), study.sources());
  }
}
