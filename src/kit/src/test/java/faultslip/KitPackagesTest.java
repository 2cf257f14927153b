package faultslip;

import faultslip.testing.PackageRules;

/** Who may use whom in this module. */
class KitPackagesTest extends PackageRules {

  KitPackagesTest() {
    super("kit");
  }
}
