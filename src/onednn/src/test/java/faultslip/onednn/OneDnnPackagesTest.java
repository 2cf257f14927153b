package faultslip.onednn;

import faultslip.testing.PackageRules;

/** Who may use whom in this module. */
class OneDnnPackagesTest extends PackageRules {

  OneDnnPackagesTest() {
    super("onednn");
  }
}
