package faultslip.gouge;

/**
 * The law of a contact, for all touching pairs at once.
 *
 * <p>Each method is one line of the law in one loop without branches over plain arrays, which the just-in-time compiler
 * turns into vector instructions. The minimum and maximum of two numbers are written by absolute values for that
 * reason: {@code max(a, 0) = (a + |a|) / 2}, and a clamped to ±b is {@code (|a + b| − |a − b|) / 2}. Every operation is
 * one of IEEE 754, so results are the same with and without vectors.
 */
final class ContactLaw {
  private final double normalStiffness;
  private final double tangentialStiffness;
  private final double normalDamping;
  private final double tangentialDamping;
  private final double dynamicFriction;
  private final double weakening;
  private final double inverseWeakeningVelocity;
  private final double timeStep;

  ContactLaw(ContactParameters contacts, double timeStep) {
    this.timeStep = timeStep;
    normalStiffness = contacts.stiffness();
    tangentialStiffness = contacts.tangentialStiffness() * normalStiffness;
    normalDamping =
        2 * contacts.damping() * Math.sqrt(normalStiffness * 0.5); // two grains of mass 1 have the reduced mass 0.5
    tangentialDamping = contacts.tangentialDamping() * normalDamping;
    dynamicFriction = contacts.dynamicFriction();
    weakening = contacts.staticFriction() - dynamicFriction;
    inverseWeakeningVelocity = 1 / contacts.weakeningVelocity();
  }

  double normalStiffness() {
    return normalStiffness;
  }

  double tangentialStiffness() {
    return tangentialStiffness;
  }

  double tangentialDamping() {
    return tangentialDamping;
  }

  /** Greatest tangential force for a unit of normal force, at a velocity of sliding. */
  double friction(double velocity) {
    return dynamicFriction + weakening / (1 + Math.abs(velocity) * inverseWeakeningVelocity);
  }

  /** Fills in everything from {@code overlap} on, and brings {@code spring} forward by a time step. */
  void apply(Contacts c) {
    normals(c.count, c.separationX, c.separationY, c.squaredDistance, c.reach, c.normalX, c.normalY, c.overlap);
    velocities(c.count, c.normalX, c.normalY, c.velocityX, c.velocityY, c.surfaceVelocity, c.separating, c.sliding);
    normalForces(c.count, c.overlap, c.separating, c.normalForce);
    tangentialForces(c.count, c.normalForce, c.sliding, c.spring, c.tangentialForce);
    springs(c.count, c.tangentialForce, c.sliding, c.spring);
    forces(c.count, c.normalForce, c.tangentialForce, c.normalX, c.normalY, c.forceX, c.forceY);
  }

  private static void normals(int count, double[] dx, double[] dy, double[] squaredDistance, double[] reach,
      double[] nx, double[] ny, double[] overlap) {
    for (int k = 0; k < count; k++) {
      double distance = Math.sqrt(squaredDistance[k]);
      double inverse = 1 / distance;
      nx[k] = dx[k] * inverse;
      ny[k] = dy[k] * inverse;
      overlap[k] = reach[k] - distance;
    }
  }

  private static void velocities(int count, double[] nx, double[] ny, double[] vx, double[] vy, double[] surface,
      double[] separating, double[] sliding) {
    for (int k = 0; k < count; k++) {
      double x = nx[k];
      double y = ny[k];
      double u = vx[k];
      double v = vy[k];
      separating[k] = u * x + v * y;
      sliding[k] = v * x - u * y - surface[k];
    }
  }

  private void normalForces(int count, double[] overlap, double[] separating, double[] force) {
    double stiffness = normalStiffness;
    double damping = normalDamping;
    for (int k = 0; k < count; k++) {
      double push = stiffness * overlap[k] - damping * separating[k];
      force[k] = 0.5 * (push + Math.abs(push)); // never a pull
    }
  }

  private void tangentialForces(int count, double[] normalForce, double[] sliding, double[] spring, double[] force) {
    double stiffness = tangentialStiffness;
    double damping = tangentialDamping;
    double slow = dynamicFriction;
    double loss = weakening;
    double scale = inverseWeakeningVelocity;
    double dt = timeStep;
    for (int k = 0; k < count; k++) {
      double v = sliding[k];
      double held = -stiffness * (spring[k] + v * dt) - damping * v;
      double limit = normalForce[k] * (slow + loss / (1 + Math.abs(v) * scale));
      force[k] = 0.5 * (Math.abs(held + limit) - Math.abs(held - limit)); // Coulomb: at most the limit, either way
    }
  }

  /** Springs as the forces leave them: where the contact slid, no longer than the force borne can stretch them. */
  private void springs(int count, double[] tangentialForce, double[] sliding, double[] spring) {
    double damping = tangentialDamping;
    double compliance = -1 / tangentialStiffness;
    for (int k = 0; k < count; k++) {
      spring[k] = (tangentialForce[k] + damping * sliding[k]) * compliance;
    }
  }

  private static void forces(int count, double[] normal, double[] tangential, double[] nx, double[] ny, double[] fx,
      double[] fy) {
    for (int k = 0; k < count; k++) {
      double n = normal[k];
      double t = tangential[k];
      double x = nx[k];
      double y = ny[k];
      fx[k] = n * x - t * y;
      fy[k] = n * y + t * x;
    }
  }
}
