package faultslip.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.data.DataFolder;
import faultslip.study.SampledMethod;
import faultslip.study.Studies;
import faultslip.study.StudyDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Studies: what there is, what one says, whether one is sound, and a new one to fill in. */
@Command(name = "study", description = "Studies: list, show, check, and new ones from a template.",
    synopsisSubcommandLabel = "(list | show | check | new)")
final class StudyCommand {

  @Command(name = "list", description = "The studies that come with the kit.")
  void list() {
    Studies.ofKit().forEach(study -> System.out.println(study.name() + ": " + study.title()));
    System.out.println("A study file of your own is named by its path: --study my-fault.yaml, or "
        + "FAULTSLIP_STUDY=my-fault.yaml.");
  }

  @Command(name = "show", description = "What a study consists of, and every setting of its method; what of it is in "
      + "samples, once its recordings are there.")
  void show(@Parameters(paramLabel = "NAME|FILE") String study,
      @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Change a setting first.")
      List<String> changes) throws JsonProcessingException {
    StudyDefinition definition = Studies.of(study).changed(Objects.requireNonNullElse(changes, List.of()));
    System.out.print(YAMLMapper.builder().disable(Feature.WRITE_DOC_START_MARKER).build()
        .writeValueAsString(definition.tree()));
    chosen(definition).ifPresentOrElse(method -> method.lines().forEach(System.out::println),
        () -> System.out.println("What is in cycles is known in samples once its recordings are there: "
            + "./faultslip fetch --study " + study));
  }

  @Command(name = "check", description = "Whether a study file is sound: in one line what is wrong with it, before "
      + "anything is fetched or trained.")
  void check(@Parameters(paramLabel = "FILE") String study) {
    StudyDefinition definition = Studies.of(study);
    chosen(definition).ifPresent(method -> method.lines().forEach(System.out::println));
    System.out.println(study + ": sound" + (definition.isThere(DataFolder.standard())
        ? "; its recordings have been read."
        : ", as far as can be seen before all of its recordings are fetched: ./faultslip fetch --study " + study));
  }

  @Command(name = "new", description = "Write a study file to fill in, with comments.")
  void create(@Parameters(paramLabel = "FILE", description = "for instance my-fault.yaml") Path file) {
    if (Files.exists(file)) {
      throw new FaultslipException(file + " is there already; name another file.");
    }
    AtomicFile.write(file, Studies.template());
    System.out.println("Wrote " + file + ": fill it in, then ./faultslip study check " + file);
  }

  private static Optional<SampledMethod> chosen(StudyDefinition definition) {
    return definition.isThere(DataFolder.standard())
        ? Optional.of(definition.read(DataFolder.standard()).sampled()) : definition.sampled();
  }
}
