package faultslip.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.data.DataFile;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Work that several processes share, on one machine or many: lines, in the order in which they may be done. */
record WorkPlan(List<Line> lines) {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());
  private static final Set<String> COMMANDS = Set.of("task", "simulate", "reduce");

  /**
   * A command of the kit's that goes on where it was stopped, and may be done again.
   *
   * @param stage lines of one stage need nothing of each other; stages follow each other in a plan
   * @param after the stage that must be done before; empty if there is none
   */
  record Line(int stage, OptionalInt after, List<String> command) {
    Line {
      after = Objects.requireNonNullElse(after, OptionalInt.empty());
      if (command == null || command.isEmpty() || !COMMANDS.contains(command.get(0)) || after.orElse(-1) >= stage) {
        throw new FaultslipException("stage %d after %s, command %s: stages follow those before them, commands are %s"
            .formatted(stage, after, command, String.join(", ", COMMANDS.stream().sorted().toList())));
      }
      command = List.copyOf(command);
    }
  }

  /** Lines that need nothing of each other. */
  record Stage(int number, OptionalInt after, int first, int count) {}

  WorkPlan {
    lines = List.copyOf(lines);
  }

  /** Its stages, in their order. */
  List<Stage> stages() {
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < lines.size(); ) {
      Line line = lines.get(i);
      int end = i;
      while (end < lines.size() && lines.get(end).stage() == line.stage()) {
        end++;
      }
      stages.add(new Stage(line.stage(), line.after(), i, end - i));
      i = end;
    }
    return stages;
  }

  /** A line of a number, from 0; a {@link FaultslipException} if there is none. */
  Line line(int number) {
    if (number < 0 || number >= lines.size()) {
      throw new FaultslipException("Line %d asked for of a plan of %d; they are counted from 0."
          .formatted(number, lines.size()));
    }
    return lines.get(number);
  }

  void write(Path file) {
    AtomicFile.write(file, lines.stream().map(WorkPlan::text).collect(Collectors.joining()));
  }

  private static String text(Line line) {
    try {
      return JSON.writeValueAsString(line) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads what {@link #write} wrote; a {@link FaultslipException} that names file and line if it is none. */
  static WorkPlan read(Path file) {
    List<String> texts = DataFile.text(file, text -> new BufferedReader(text).lines().toList());
    List<Line> lines = new ArrayList<>();
    for (String text : texts) {
      try {
        lines.add(JSON.readerFor(Line.class).with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .readValue(text.equals("null") ? "{}" : text));
      } catch (JsonProcessingException e) {
        throw new FaultslipException("%s:%d: no line of a plan (%s); plan again."
            .formatted(file, lines.size() + 1, e.getOriginalMessage().lines().findFirst().orElse("")), e);
      }
    }
    return new WorkPlan(lines);
  }
}
