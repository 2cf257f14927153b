package faultslip.ced;

import faultslip.series.Recording;
import faultslip.series.Series;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The name of a trained model: a digest of everything that determines it. A changed setting, sample or seed gives
 * another key, and so does another {@linkplain Ced#REVISION algorithm} or {@link NetworkEngine}: a stale model is never
 * taken for a new one.
 *
 * @param kind what kind of model, for humans: "simulation", "lab-only"
 * @param digest sha256 over everything that determines the model, as 64 hexadecimal digits
 */
public record ModelKey(String kind, String digest) {

  /** Begins a key. */
  public static Builder of(String kind) {
    return of(kind, Ced.REVISION);
  }

  static Builder of(String kind, int revision) {
    return new Builder(kind).with("algorithm", revision)
        .with("engine", NetworkEngine.kind().map(NetworkEngine.Kind::version).orElse(NetworkEngine.DL4J));
  }

  /** A short form for tables: the kind and 12 digits. */
  public String abbreviated() {
    return kind + "-" + digest.substring(0, 12);
  }

  /** Takes in what determines a model, piece by piece; the order counts. */
  public static final class Builder {
    private final String kind;
    private final MessageDigest digest;

    private Builder(String kind) {
      this.kind = kind;
      this.digest = DigestUtils.getSha256Digest();
      with("kind", kind);
    }

    /** A setting by name; its text form holds all of it, as a record's does; a {@link CedException} if it has none. */
    public Builder with(String name, Object setting) {
      if (setting.toString().equals(setting.getClass().getName() + "@" + Integer.toHexString(setting.hashCode()))) {
        throw new CedException(("Setting '%s' of a model's key is a %s, whose text says nothing of it; make it a "
            + "record, or write its toString.").formatted(name, setting.getClass().getName()));
      }
      digest.update((name + "=" + setting + "\n").getBytes(StandardCharsets.UTF_8));
      return this;
    }

    /** Every sample of a recording, with its clock; not its name. */
    public Builder with(String name, Recording recording) {
      with(name, recording.clock());
      return samples(recording.emission()).samples(recording.fault());
    }

    private Builder samples(Series series) {
      ByteBuffer bytes = ByteBuffer.allocate(series.length() * Double.BYTES);
      for (int i = 0; i < series.length(); i++) {
        bytes.putDouble(series.value(i));
      }
      digest.update(bytes.array());
      return this;
    }

    public ModelKey build() {
      return new ModelKey(kind, HexFormat.of().formatHex(digest.digest()));
    }
  }
}
