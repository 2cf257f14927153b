package faultslip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * What can be named by its id in a file: the implementations of an interface that {@link ServiceLoader} finds on the
 * class path. To add one, write a public class with a constructor without arguments, and its name as a line of
 * {@code META-INF/services/} and the interface's name.
 *
 * @param <T> the interface
 * @param noun what one of them is, for messages: "wavelet"
 * @param file where they are named
 * @param found they themselves, by id
 */
public record ServiceRegistry<T>(String noun, String file, Map<String, T> found) {

  /**
   * Looks for implementations.
   *
   * @param noun what one of them is, for messages: "wavelet"
   * @param id gives the id of an implementation
   * @throws FaultslipException if two have one id, or one cannot be loaded
   */
  public static <T> ServiceRegistry<T> of(Class<T> service, String noun, Function<T, String> id) {
    String file = "META-INF/services/" + service.getName();
    Map<String, T> found = new LinkedHashMap<>();
    try {
      for (T implementation : ServiceLoader.load(service)) {
        T other = found.putIfAbsent(id.apply(implementation), implementation);
        if (other != null) {
          throw new FaultslipException("Two %ss are named '%s', %s and %s; take one of them out of %s.".formatted(noun,
              id.apply(other), other.getClass().getName(), implementation.getClass().getName(), file));
        }
      }
    } catch (ServiceConfigurationError e) {
      throw new FaultslipException("Cannot load every %s: %s; correct its line in %s."
          .formatted(noun, e.getMessage(), file), e);
    }
    return new ServiceRegistry<>(noun, file, found);
  }

  /** All there are: file by file in the order of the class path, in a file in the order of its lines. */
  public List<T> all() {
    return List.copyOf(found.values());
  }

  /** The ids there are, in the order of the alphabet. */
  public List<String> ids() {
    return found.keySet().stream().sorted().toList();
  }

  /** The implementation of an id; a {@link FaultslipException} that lists the ids there are, if there is none. */
  public T get(String id) {
    T implementation = found.get(id);
    if (implementation == null) {
      throw new FaultslipException("There is no %s '%s'; give one of %s, or name a class of your own in %s."
          .formatted(noun, id, String.join(", ", ids()), file));
    }
    return implementation;
  }
}
