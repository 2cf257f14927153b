package faultslip.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.tukaani.xz.XZInputStream;

/** A text taken out of gzip, xz or zip, which its first bytes tell, whatever its name. */
final class PackedFile {
  private static final int LONGEST = 8;
  private static final String TEXT = "; export the sheet as text (CSV).";
  private static final String FORMAT = "; name the file so, or say so: format: ";
  /** What is no text, by its first bytes, and what to do. */
  private static final Map<String, String> OTHERS = Map.of(
      "\u00d0\u00cf\u0011\u00e0", "a workbook of a spreadsheet (.xls)" + TEXT,
      "\u0089HDF", "HDF5" + FORMAT + "hdf5.", "MATLAB", "a MATLAB file" + FORMAT + "mat.",
      "\u0093NUMPY", "a NumPy array" + FORMAT + "npy.", "%PDF", "a PDF; export numbers as text (CSV).",
      "TDSm", "a TDMS file of LabVIEW; export it as text (CSV).");

  private PackedFile() {}

  /** What a file holds; a {@link DataException} if that is a workbook, several files, or another known form. */
  static InputStream unpacked(Path file, InputStream bytes) throws IOException {
    BufferedInputStream packed = new BufferedInputStream(bytes);
    String start = start(packed);
    OTHERS.forEach((magic, what) ->
        DataException.require(!start.startsWith(magic), "%s: not a text but %s", file, what));
    return start.startsWith("\u001f\u008b") ? new GZIPInputStream(packed)
        : start.startsWith("\u00fd7zXZ\u0000") ? new XZInputStream(packed)
        : start.startsWith("PK\u0003\u0004") ? onlyFile(file, packed) : packed;
  }

  /** Whether a file's bytes are held by checksums of their own, so that one cut short cannot be read. */
  static boolean isPacked(Path file) {
    String start = DataFile.bytes(file, bytes -> start(new BufferedInputStream(bytes)));
    return start.startsWith("\u001f\u008b") || start.startsWith("\u00fd7zXZ") || start.startsWith("PK\u0003\u0004");
  }

  private static String start(BufferedInputStream bytes) throws IOException {
    bytes.mark(LONGEST);
    String start = new String(bytes.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
    bytes.reset();
    return start;
  }

  private static InputStream onlyFile(Path file, InputStream packed) throws IOException {
    List<String> names;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      names = zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName)
          .filter(name -> !name.startsWith("__MACOSX/")).toList();
    }
    DataException.require(!names.contains("[Content_Types].xml") && !names.contains("mimetype"),
        "%s: not a text but a workbook of a spreadsheet (.xlsx or .ods)" + TEXT, file);
    DataException.require(names.size() == 1, "%s: a zip of %d files (%s); pack the one recording alone.", file,
        names.size(), String.join(", ", names.subList(0, Math.min(3, names.size()))));
    ZipInputStream zip = new ZipInputStream(packed);
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && !entry.getName().equals(names.get(0))) {
      entry = zip.getNextEntry();
    }
    return zip;
  }
}
