package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    assertThat(events.get(295)).isEqualTo(new SlipEvent(24677, 24695, 19, events.get(295).frictionDrop()));
    assertThat(events).allSatisfy(event -> assertThat(event.frictionDrop()).isBetween(5e-5, 0.048));
  }

  @Test
  void readsASmallCatalogue() throws IOException {
    write(HEADER.formatted("2, 4"), 1, 3, 3, 0.5, 7, 8, 2, 0.25);
    assertThat(SlipEvent.read(file)).containsExactly(new SlipEvent(1, 3, 3, 0.5), new SlipEvent(7, 8, 2, 0.25));
  }

  @Test
  void refusesWhatIsNoNumPyFile() throws IOException {
    Files.writeString(file, "start,end,length,drop\n");
    refuses(": not a NumPy file (no magic number); fetch it again or give another file.");
  }

  @Test
  void refusesAFileCutShort() throws IOException {
    write(HEADER.formatted("2, 4"), 1, 3, 3, 0.5, 7, 8, 2);
    refuses(": 56 bytes of values, but 2 × 4 doubles take 64; the file is cut short or damaged: fetch it again.");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 30));
    assertThatThrownBy(() -> SlipEvent.read(file)).isInstanceOf(DataException.class)
        .hasMessageContaining("the file is damaged: fetch it again.");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 7));
    refuses(": not a NumPy file (no magic number); fetch it again or give another file.");
  }

  @Test
  void refusesOtherTypesOrdersAndShapes() throws IOException {
    String bigEndian = "{'descr': '>f8', 'fortran_order': False, 'shape': (1, 4), }";
    write(bigEndian, 1, 3, 3, 0.5);
    refuses(": header " + bigEndian + "; only little-endian doubles in C order are read: save it with"
        + " numpy.save of a float64 array.");
    write(HEADER.formatted("4,"), 1, 3, 3, 0.5);
    refuses(": header " + HEADER.formatted("4,") + "; the array must have two dimensions: give another file.");
    write(HEADER.formatted("1, 3"), 1, 3, 3);
    refuses(": 3 columns; a catalogue of slip events has 4 (start, end, length, friction drop): give another file.");
  }

  @Test
  void refusesEventsThatContradictThemselves() throws IOException {
    write(HEADER.formatted("2, 4"), 1, 3, 3, 0.5, 7, 9, 2, 0.25);
    refuses(", event 1: Slip event from sample 7 to 9 with length 2; the length must be end - start + 1, the"
        + " end after the start.");
    write(HEADER.formatted("1, 4"), 1, 3, 3, Double.NaN);
    refuses(", event 0: Slip event from sample 1 to 3 with friction drop NaN; it must be positive and finite.");
    write(HEADER.formatted("1, 4"), 1.5, 3, 3, 1);
    refuses(", event 0: column 0 is 1.5, not a number of samples; fetch the file again.");
    write(HEADER.formatted("2, 4"), 5, 7, 3, 0.5, 6, 8, 3, 0.25);
    refuses(", event 1: starts at sample 6, but the one before ends at 7; fetch the file again.");
  }

  private void refuses(String message) {
    assertThatThrownBy(() -> SlipEvent.read(file)).isInstanceOf(DataException.class).hasMessage(file + message);
  }

  private void write(String header, double... values) throws IOException {
    byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer bytes = ByteBuffer.allocate(10 + text.length + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) text.length).put(text);
    Arrays.stream(values).forEach(bytes::putDouble);
    Files.write(file, bytes.array());
  }
}
