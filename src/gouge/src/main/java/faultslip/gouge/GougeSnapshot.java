package faultslip.gouge;

import static faultslip.gouge.Disks.STATE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A fault at one moment, for pictures of its grains and force chains: time since preparation, √(m/σ0), length after
 * which it repeats, d, its disks, the free grains first, then the bottom plate's, then the top plate's, how many there
 * are of the first two, and the contacts of those that touch.
 */
public record GougeSnapshot(double time, double length, List<Grain> disks, int grains, int bottom,
    List<Contact> contacts) {

  public GougeSnapshot {
    disks = List.copyOf(disks);
    contacts = List.copyOf(contacts);
  }

  /**
   * A disk: place along the fault, 0 to its length for free grains, and across it, and radius, d; angle by which it has
   * turned, radians, counter-clockwise; velocities, spin the angular one, half a time step before.
   */
  public record Grain(double x, double y, double radius, double angle, double vx, double vy, double spin) {}

  /**
   * Two disks that touch, by index: unit vector from first to second, overlap, d, and forces, σ0 d: the normal one,
   * which pushes them apart, 0 or above, and the tangential one on the second, positive to the left of the normal.
   */
  public record Contact(int first, int second, double normalX, double normalY, double overlap, double normalForce,
      double tangentialForce) {}

  /**
   * How many grains bear the load of the top plate, and how many move with it.
   *
   * @param grains that are free
   * @param pressed of them, by two or more others or plates: the rest are loose
   * @param half of them that bear half of the normal load, the most loaded first
   * @param moving of them, at half of the plate's velocity along the fault or faster
   */
  public record Bearing(int grains, int pressed, int half, int moving) {}

  static GougeSnapshot of(GranularGouge gouge) {
    Disks disks = gouge.disks;
    double[] s = disks.state;
    List<Grain> all = IntStream.range(0, disks.count).map(n -> STATE * n)
        .mapToObj(i -> new Grain(s[i + Disks.X], s[i + Disks.Y], s[i + Disks.RADIUS], s[i + Disks.ANGLE],
            s[i + Disks.VX], s[i + Disks.VY], s[i + Disks.SPIN])).toList();
    Contacts c = gouge.contacts;
    List<Contact> touching = IntStream.range(0, c.count).mapToObj(k -> new Contact(c.first[k] / STATE,
        c.second[k] / STATE, c.normalX[k], c.normalY[k], c.overlap[k], c.normalForce[k], c.tangentialForce[k]))
        .toList();
    return new GougeSnapshot(gouge.time(), gouge.parameters().grains().length(), all, disks.free, disks.bottom,
        touching);
  }

  /** How its grains bear the load. */
  public Bearing bearing() {
    int top = grains + bottom;
    int[] touching = new int[disks.size()];
    double[] load = new double[disks.size()];
    for (Contact contact : contacts) {
      touching[contact.first()]++;
      touching[contact.second()]++;
      if (Math.max(contact.first(), contact.second()) >= top) {
        load[Math.min(contact.first(), contact.second())] +=
            Math.abs(contact.normalForce() * contact.normalY() + contact.tangentialForce() * contact.normalX());
      }
    }
    double velocity = disks.size() > top ? disks.get(top).vx() : 0;
    int moving = (int) disks.stream().limit(grains).filter(grain -> grain.vx() >= 0.5 * velocity).count();
    int pressed = (int) Arrays.stream(touching, 0, grains).filter(count -> count > 1).count();
    return new Bearing(grains, pressed, half(Arrays.copyOf(load, grains)), moving);
  }

  private static int half(double[] load) {
    double all = Arrays.stream(load).sum();
    Arrays.sort(load);
    double borne = 0;
    int count = 0;
    while (borne < 0.5 * all) {
      borne += load[load.length - 1 - count++];
    }
    return count;
  }
}
