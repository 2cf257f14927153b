package faultslip.study;

import faultslip.data.TextTable;
import faultslip.gouge.EnergyBalance;
import faultslip.gouge.GougeParameters;
import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GougeUnits;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Simulated faults and their energy, as tables to read. */
public final class GougeTable {
  private GougeTable() {}

  private record Quantity(String name, Function<GougeParameters, String> text) {}

  // The numbers that make one gouge different from another.
  private static final List<Quantity> NUMBERS = List.of(new Quantity("grains", p -> "" + p.grains().count()),
      new Quantity("length and layers, d", p -> TextTable.text("%.0f × %d", p.grains().length(), p.grains().layers())),
      new Quantity("small over large diameter", p -> TextTable.text("%.2f", p.grains().sizeRatio())),
      new Quantity("grains turn", p -> p.grains().rolling() ? "yes" : "no"),
      new Quantity("stiffness of grains, kn/σ0", p -> TextTable.text("%.0f", p.contacts().stiffness())),
      new Quantity("contact friction, at rest → sliding",
          p -> TextTable.text("%.2f → %.2f", p.contacts().staticFriction(), p.contacts().dynamicFriction())),
      new Quantity("weakening velocity, d √(σ0/m)", p -> TextTable.text("%.3f", p.contacts().weakeningVelocity())),
      new Quantity("stiffness of the machine, κ = k d/σ0", p -> TextTable.text("%.4f", p.loading().springStiffness())),
      new Quantity("loading velocity, d √(σ0/m)", p -> TextTable.text("%.4f", p.loading().velocity())),
      new Quantity("inertial number I at that velocity", p -> TextTable.text("%.5f", p.inertialNumber())),
      new Quantity("half a swing of plate and spring, √(m/σ0)", p -> TextTable.text("%.0f", swing(p))),
      new Quantity("time steps a contact of two small grains",
          p -> TextTable.text("%.0f", p.contactTime() / p.integration().timeStep())));

  /** Their numbers without dimensions, a column a fault. */
  public static Table numbers(List<SyntheticFault> faults) {
    Table table = Table.create("numbers", StringColumn.create("number", NUMBERS.stream().map(Quantity::name).toList()));
    faults.forEach(fault -> table.addColumns(StringColumn.create(fault.name(),
        NUMBERS.stream().map(number -> number.text().apply(fault.parameters())).toList())));
    return table;
  }

  /** Who bears the load of the top plate, and who moves, a column a fault or moment; the map's order. */
  public static Table bearing(Map<String, GougeSnapshot> snapshots) {
    Table table =
        Table.create("bearing", StringColumn.create("number of grains", "in all", "pressed by two others or more",
        "that bear half of the plate's load", "at half of the plate's velocity or faster"));
    snapshots.forEach((name, snapshot) -> {
      GougeSnapshot.Bearing bearing = snapshot.bearing();
      table.addColumns(StringColumn.create(
          name, "" + bearing.grains(), "" + bearing.pressed(), "" + bearing.half(), "" + bearing.moving()));
    });
    return table;
  }

  /** Where energy came from and where it went, in joules and as a share of all that came. */
  public static Table energy(EnergyBalance balance, GougeUnits units) {
    List<String> names = List.of("work of the load point", "work of the normal stress", "given by the spring",
        "given by the contacts' springs", "lost by sliding", "lost in dashpots of contacts",
        "lost to the viscous medium", "lost to the plate's drag", "left as motion", "missing in the budget");
    List<Double> values = List.of(balance.pulling(), balance.pressing() + balance.body(), -balance.spring(),
        -balance.elastic(), balance.friction(), balance.dashpots(), balance.viscosity(), balance.plateDrag(),
        balance.kinetic(), balance.residual());
    double given = values.subList(0, 4).stream().mapToDouble(Double::doubleValue).sum();
    return Table.create("energy", StringColumn.create("energy", names),
        StringColumn.create("J", values.stream().map(value -> TextTable.text("%.4f", value * units.energy())).toList()),
        StringColumn.create("% of what was given",
            values.stream().map(value -> TextTable.text("%.2f", 100 * value / given)).toList()));
  }

  /** Half a period of the plate's mass on its spring, without the gouge: about as long as a slip takes. */
  private static double swing(GougeParameters parameters) {
    return Math.PI * Math.sqrt(parameters.loading().plateMass() / parameters.loading().springStiffness());
  }
}
