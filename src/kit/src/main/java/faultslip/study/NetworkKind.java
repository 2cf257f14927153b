package faultslip.study;

import faultslip.ServiceRegistry;
import faultslip.ced.NetworkArchitecture;
import java.util.Map;

/**
 * A kind of network that a file can name, with settings of its own. {@link ServiceRegistry} says how to add one.
 */
public interface NetworkKind {

  /** Its name in a file, in lower case: "ced". */
  String id();

  /**
   * A network of this kind.
   *
   * @param scales height of the image
   * @param width width of the image, in samples
   * @param settings by name, with values as JSON has them: numbers, texts, booleans, lists and maps; what is not said
   *     is as usual
   * @throws faultslip.ced.CedException if a name is unknown, or a value outside its range
   */
  NetworkArchitecture of(int scales, int width, Map<String, Object> settings);

  /** The kind of an id; a {@link faultslip.FaultslipException} that lists those there are, if there is none. */
  static NetworkKind named(String id) {
    return ServiceRegistry.of(NetworkKind.class, "network", NetworkKind::id).get(id);
  }
}
