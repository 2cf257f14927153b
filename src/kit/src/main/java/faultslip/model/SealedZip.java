package faultslip.model;

import faultslip.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** Zips of known entries, each no longer than it may be, and with the sha256 of each in another. */
final class SealedZip {
  private static final String SEALS = "SHA256SUMS";
  private static final int LONGEST_SEALS = 1 << 12;

  private SealedZip() {}

  /** Writes entries and their sha256, as {@code sha256sum} does. */
  static void write(Path file, Map<String, byte[]> entries) {
    Map<String, byte[]> sealed = new TreeMap<>(entries);
    sealed.put(SEALS, seals(entries).getBytes(StandardCharsets.UTF_8));
    writeEntries(file, sealed);
  }

  static void writeEntries(Path file, Map<String, byte[]> entries) {
    AtomicFile.write(file, stream -> zip(stream, entries));
  }

  // Of one time, so that the same model gives the same bytes.
  private static void zip(OutputStream stream, Map<String, byte[]> entries) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(stream);
    for (Map.Entry<String, byte[]> each : entries.entrySet()) {
      ZipEntry entry = new ZipEntry(each.getKey());
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(each.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  private static String seals(Map<String, byte[]> entries) {
    return new TreeMap<>(entries).entrySet().stream()
        .map(entry -> DigestUtils.sha256Hex(entry.getValue()) + "  " + entry.getKey() + "\n")
        .collect(Collectors.joining());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param most bytes of each entry that there has to be
   * @throws ModelException if it is no zip, an entry is missing, unknown, twice there, too long, or not what was sealed
   */
  static Map<String, byte[]> read(Path file, Map<String, Integer> most) {
    Map<String, Integer> all = new HashMap<>(most);
    all.put(SEALS, LONGEST_SEALS);
    Map<String, byte[]> entries = new HashMap<>(entries(file, all));
    String said = new String(entries.remove(SEALS), StandardCharsets.UTF_8);
    ModelException.require(said.equals(seals(entries)),
        "%s: its entries are not those that were sealed (sha256); have it sent again.", file);
    return entries;
  }

  /** The entries of a zip of these and no others. */
  static Map<String, byte[]> entries(Path file, Map<String, Integer> most) {
    ModelException.require(Files.isRegularFile(file), "%s: no such file; give that of a model (./faultslip model "
        + "export writes one).", file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Map<String, byte[]> entries = new HashMap<>();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        ModelException.require(most.containsKey(name) && !entries.containsKey(name), "%s: it holds '%.40s'%s; no model "
            + "of the kit does.", file, name.replaceAll("\\p{Cntrl}", "?"), entries.containsKey(name) ? " twice" : "");
        try (InputStream content = zip.getInputStream(entry)) {
          // What an entry says of its own length need not be so.
          byte[] bytes = content.readNBytes(most.get(name) + 1);
          ModelException.require(bytes.length <= most.get(name), "%s: its '%s' is longer than %,d bytes; no model of "
              + "the kit has that.", file, name, most.get(name));
          entries.put(name, bytes);
        }
      }
      Set<String> missing = new HashSet<>(most.keySet());
      missing.removeAll(entries.keySet());
      ModelException.require(missing.isEmpty(), "%s: it lacks %s; no model of the kit does.", file, missing);
      return entries;
    } catch (IOException e) {
      throw new ModelException("%s: cannot be read as a model (%s); have it sent again.".formatted(file,
          e.getMessage()), e);
    }
  }
}
