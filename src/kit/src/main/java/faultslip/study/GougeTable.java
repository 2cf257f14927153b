package faultslip.study;

import faultslip.data.TextTable;
import faultslip.gouge.EnergyBalance;
import faultslip.gouge.GougeParameters;
import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GougeUnits;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/** Simulated faults and their energy, as tables to read. */
public final class GougeTable {
  private GougeTable() {}

  /** Their numbers without dimensions, those that make one gouge different from another; a column a fault. */
  public static Table numbers(List<SyntheticFault> faults) {
    return new TextTable<>("numbers", faults).column("number", SyntheticFault::name)
        .column("grains", fault -> fault.parameters().grains().count())
        .column("length and layers, d", fault -> TextTable.text("%.0f × %d", fault.parameters().grains().length(),
            fault.parameters().grains().layers()))
        .column("small over large diameter", "%.2f", fault -> fault.parameters().grains().sizeRatio())
        .column("grains turn", fault -> fault.parameters().grains().rolling() ? "yes" : "no")
        .column("stiffness of grains, kn/σ0", "%.0f", fault -> fault.parameters().contacts().stiffness())
        .column("contact friction, at rest → sliding", fault -> TextTable.text("%.2f → %.2f",
            fault.parameters().contacts().staticFriction(), fault.parameters().contacts().dynamicFriction()))
        .column("weakening velocity, d √(σ0/m)", "%.3f", fault -> fault.parameters().contacts().weakeningVelocity())
        .column("stiffness of the machine, κ = k d/σ0", "%.4f", fault -> fault.parameters().loading().springStiffness())
        .column("loading velocity, d √(σ0/m)", "%.4f", fault -> fault.parameters().loading().velocity())
        .column("inertial number I at that velocity", "%.5f", fault -> fault.parameters().inertialNumber())
        .column("half a swing of plate and spring, √(m/σ0)", "%.0f", fault -> swing(fault.parameters().loading()))
        .column("time steps a contact of two small grains", "%.0f",
            fault -> fault.parameters().contactTime() / fault.parameters().integration().timeStep())
        .table().transpose(true, true);
  }

  // Half a period of the plate's mass on its spring, without the gouge: about as long as a slip takes.
  private static double swing(GougeParameters.Loading loading) {
    return Math.PI * Math.sqrt(loading.plateMass() / loading.springStiffness());
  }

  /** Who bears the load of the top plate, and who moves, a column a fault or moment; the map's order. */
  public static Table bearing(Map<String, GougeSnapshot> snapshots) {
    List<Map.Entry<String, GougeSnapshot.Bearing>> rows = snapshots.entrySet().stream()
        .map(each -> Map.entry(each.getKey(), each.getValue().bearing())).toList();
    return new TextTable<>("bearing", rows).column("number of grains", Map.Entry::getKey)
        .column("in all", row -> row.getValue().grains())
        .column("pressed by two others or more", row -> row.getValue().pressed())
        .column("that bear half of the plate's load", row -> row.getValue().half())
        .column("at half of the plate's velocity or faster", row -> row.getValue().moving())
        .table().transpose(true, true);
  }

  /** Where energy came from and where it went, in joules and as a share of all that came. */
  public static Table energy(EnergyBalance balance, GougeUnits units) {
    double pressing = balance.pressing() + balance.body();
    double given = balance.pulling() + pressing - balance.spring() - balance.elastic();
    return new TextTable<>("energy", List.of(Map.entry("work of the load point", balance.pulling()),
        Map.entry("work of the normal stress", pressing), Map.entry("given by the spring", -balance.spring()),
        Map.entry("given by the contacts' springs", -balance.elastic()),
        Map.entry("lost by sliding", balance.friction()), Map.entry("lost in dashpots of contacts", balance.dashpots()),
        Map.entry("lost to the viscous medium", balance.viscosity()),
        Map.entry("lost to the plate's drag", balance.plateDrag()), Map.entry("left as motion", balance.kinetic()),
        Map.entry("missing in the budget", balance.residual()))).column("energy", Map.Entry::getKey)
        .column("J", "%.4f", each -> each.getValue() * units.energy())
        .column("% of what was given", "%.2f", each -> 100 * each.getValue() / given).table();
  }
}
