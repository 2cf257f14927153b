package faultslip.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/** Files of MATLAB 5 to 7, whose arrays may say of themselves that they are larger than all memory. */
public final class MatlabFile {
  private MatlabFile() {}

  /**
   * Reads a whole file. Exceptions are the library's, in many ways, where it is damaged.
   *
   * @throws DataException if its arrays take more memory than there is
   */
  public static Mat5File read(Path file) throws IOException {
    try (Source source = Sources.openFile(file.toFile())) {
      return Mat5.newReader(source).setBufferAllocator(new Room(file)).readMat();
    } catch (OutOfMemoryError e) {
      throw DataFile.tooLarge(file, e);
    }
  }

  private static final class Room implements BufferAllocator {
    private final Path file;
    private double bytes;

    Room(Path file) {
      this.file = file;
    }

    @Override
    public ByteBuffer allocate(int wanted) {
      bytes += wanted;
      DataFile.requireRoom(file, "what it holds", bytes);
      return ByteBuffer.allocate(wanted);
    }

    @Override
    public void release(ByteBuffer buffer) {
      bytes -= buffer.capacity();
    }
  }
}
