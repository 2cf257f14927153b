package faultslip.gouge;

import faultslip.gouge.GougeSnapshot.Contact;
import faultslip.gouge.GougeSnapshot.Grain;
import java.util.Arrays;

/**
 * How many grains bear the load of the top plate, and how many move with it.
 *
 * @param grains that are free
 * @param pressed of them, by two or more others or plates: the rest are loose
 * @param half of them that bear half of the normal load, the most loaded first
 * @param moving of them, at half of the plate's velocity along the fault or faster
 */
public record Bearing(int grains, int pressed, int half, int moving) {

  /** Of a fault at one moment. */
  public static Bearing of(GougeSnapshot snapshot) {
    int grains = snapshot.grains();
    int top = grains + snapshot.bottom();
    int[] contacts = new int[snapshot.disks().size()];
    double[] load = new double[grains];
    for (Contact contact : snapshot.contacts()) {
      contacts[contact.first()]++;
      contacts[contact.second()]++;
      double across =
          Math.abs(contact.normalForce() * contact.normalY() + contact.tangentialForce() * contact.normalX());
      if (contact.first() >= top && contact.second() < grains) {
        load[contact.second()] += across;
      } else if (contact.second() >= top && contact.first() < grains) {
        load[contact.first()] += across;
      }
    }
    double velocity = snapshot.disks().size() > top ? snapshot.disks().get(top).vx() : 0;
    int moving = (int) snapshot.disks().subList(0, grains).stream()
        .mapToDouble(Grain::vx).filter(v -> v >= 0.5 * velocity).count();
    int pressed = (int) Arrays.stream(contacts, 0, grains).filter(count -> count > 1).count();
    return new Bearing(grains, pressed, half(load), moving);
  }

  private static int half(double[] load) {
    double[] ascending = load.clone();
    Arrays.sort(ascending);
    double all = Arrays.stream(load).sum();
    double borne = 0;
    int count = 0;
    while (borne < 0.5 * all) {
      borne += ascending[ascending.length - 1 - count++];
    }
    return count;
  }
}
