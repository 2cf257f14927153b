package faultslip.kernel;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a kernel's process is started.
 *
 * @param java the launcher
 * @param arguments file of its arguments
 * @param environment what is set beyond the starting process's own
 */
record KernelLaunch(Path java, Path arguments, Map<String, String> environment) {

  KernelLaunch {
    environment = Map.copyOf(environment);
  }

  /** Starts it for outputs that are stored, with more variables, in a folder. */
  StartedKernel start(Map<String, String> more, Path folder) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    // A notebook's Java runs for seconds: the second compiler would cost more than it gains, and networks are not Java.
    return StartedKernel.start(List.of(java.toString(), "@" + arguments, "-XX:TieredStopAtLevel=1",
        "-D" + NotebookRunner.STORED + "=true", KernelProcess.class.getName()), all, folder);
  }
}
