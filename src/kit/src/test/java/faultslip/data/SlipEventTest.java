package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.data.FdemFormat.SlipEvent;
import faultslip.testing.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlipEventTest {
  private static final String HEADER = "{'descr': '<f8', 'fortran_order': False, 'shape': (%s), }";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("events.npy");
  }

  @Test
  void readsTheRealCatalogue() {
    List<SlipEvent> events = SlipEvent.read(Shared.data("public/Slip_events.npy"));

    assertThat(events).hasSize(296);
    assertThat(events.get(0).start()).isEqualTo(385);
    assertThat(events.get(295)).isEqualTo(new SlipEvent(24677, 24695, events.get(295).frictionDrop()));
    assertThat(events).allSatisfy(event -> assertThat(event.frictionDrop()).isBetween(5e-5, 0.048));
  }

  @Test
  void readsASmallCatalogue() throws IOException {
    write(HEADER.formatted("2, 4"), 1, 3, 3, 0.5, 7, 8, 2, 0.25);
    assertThat(SlipEvent.read(file)).containsExactly(new SlipEvent(1, 3, 0.5), new SlipEvent(7, 8, 0.25));
  }

  @Test
  void refusesWhatIsNoNumPyFile() throws IOException {
    Files.writeString(file, "start,end,length,drop\n");
    refusesTheForm();
  }

  @Test
  void refusesAFileCutShort() throws IOException {
    write(HEADER.formatted("2, 4"), 1, 3, 3, 0.5, 7, 8, 2);
    refusesTheForm();
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 30));
    refusesTheForm();
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 7));
    refusesTheForm();
  }

  @Test
  void refusesOtherTypesOrdersAndShapes() throws IOException {
    write("{'descr': '>f8', 'fortran_order': False, 'shape': (1, 4), }", 1, 3, 3, 0.5);
    refusesTheForm();
    write("{'descr': '<f8', 'fortran_order': True, 'shape': (1, 4), }", 1, 3, 3, 0.5);
    refusesTheForm();
    write(HEADER.formatted("4,"), 1, 3, 3, 0.5);
    refusesTheForm();
    write(HEADER.formatted("1, 3"), 1, 3, 3);
    refusesTheForm();
  }

  @Test
  void refusesEventsThatContradictThemselves() throws IOException {
    write(HEADER.formatted("2, 4"), 1, 3, 3, 0.5, 7, 9, 2, 0.25);
    refuses(1, "samples 7.0 to 9.0, length 2.0, friction drop 0.25");
    write(HEADER.formatted("1, 4"), 1, 3, 3, Double.NaN);
    refuses(0, "samples 1.0 to 3.0, length 3.0, friction drop NaN");
    write(HEADER.formatted("1, 4"), 1.5, 3, 2.5, 1);
    refuses(0, "samples 1.5 to 3.0, length 2.5, friction drop 1.0");
    write(HEADER.formatted("1, 4"), -1, 3, 5, 1);
    refuses(0, "samples -1.0 to 3.0, length 5.0, friction drop 1.0");
    write(HEADER.formatted("2, 4"), 5, 7, 3, 0.5, 6, 8, 3, 0.25);
    refuses(1, "samples 6.0 to 8.0, length 3.0, friction drop 0.25");
  }

  private void refusesTheForm() {
    assertThatThrownBy(() -> SlipEvent.read(file)).isInstanceOf(DataException.class).hasMessage(file
        + ": not a whole NumPy file of little-endian doubles in C order, with a row of start, end, length and friction"
        + " drop for each slip event; fetch it again or give another file.");
  }

  private void refuses(int event, String found) {
    assertThatThrownBy(() -> SlipEvent.read(file)).isInstanceOf(DataException.class)
        .hasMessage("%s, event %d: %s; a whole number of samples from start to end, after the event before, and a"
            + " positive drop belong there: fetch it again.", file, event, found);
  }

  private void write(String header, double... values) throws IOException {
    byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer bytes = ByteBuffer.allocate(10 + text.length + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) text.length).put(text);
    Arrays.stream(values).forEach(bytes::putDouble);
    Files.write(file, bytes.array());
  }
}
