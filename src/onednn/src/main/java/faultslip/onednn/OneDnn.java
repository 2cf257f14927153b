package faultslip.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.dnnl_scratchpad_mode_user;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * A processor as oneDNN sees it, with a stream and a scratchpad of its own: several work beside each other undisturbed.
 * All that is {@linkplain #make made} through it is given back when it is closed. For one thread at a time.
 */
final class OneDnn implements AutoCloseable {
  private final List<PointerScope> made = new ArrayList<>();
  private final List<memory> scratchpads = new ArrayList<>();
  private final engine processor;
  private final stream order;
  /** Shared by all kernels, of which one runs at a time; as large as the largest of them asks. */
  private memory scratchpad;

  OneDnn() {
    processor = make(() -> new engine(engine.kind.cpu, 0));
    order = make(() -> new stream(processor));
  }

  static boolean isAvailable() {
    try {
      Loader.load(dnnl.class);
      return true;
    } catch (LinkageError | RuntimeException e) {
      return false; // No build for this platform, or the system lacks what it needs.
    }
  }

  static String version() {
    dnnl_version_t version = dnnl.dnnl_version();
    return "%d.%d.%d".formatted(version.major(), version.minor(), version.patch());
  }

  /** Whether a vector of the processor has 16 floats, and not 8. */
  static boolean hasLongVectors() {
    return (dnnl.dnnl_get_effective_cpu_isa() & dnnl.dnnl_cpu_isa_avx512_core) == dnnl.dnnl_cpu_isa_avx512_core;
  }

  /** Makes native objects that live until this is closed. */
  @SuppressWarnings("unchecked") // A scope of all classes names none.
  <T> T make(Supplier<T> maker) {
    try (PointerScope scope = new PointerScope()) {
      T result = maker.get();
      made.add(scope.extend()); // so that leaving it here frees nothing
      return result;
    }
  }

  engine processor() {
    return processor;
  }

  stream stream() {
    return order;
  }

  static memory.desc dense(memory.format_tag layout, long... shape) {
    return new memory.desc(shape, memory.data_type.f32, layout);
  }

  static memory.desc strided(long[] shape, long[] strides) {
    return new memory.desc(shape, memory.data_type.f32, strides);
  }

  memory memory(memory.desc description) {
    return new memory(description, processor);
  }

  /** Memory that lies in other memory, from a place on. */
  memory view(Pointer first, memory.desc description) {
    return new memory(description, processor, first);
  }

  /** Attributes of a primitive that takes the shared scratchpad. */
  primitive_attr attributes() {
    primitive_attr attributes = new primitive_attr();
    attributes.set_scratchpad_mode(dnnl_scratchpad_mode_user);
    return attributes;
  }

  Kernel kernel(primitive computation, primitive_desc_base description, Map<Integer, memory> arguments) {
    IntMemoryMap all = new IntMemoryMap();
    arguments.forEach(all::put);
    memory.desc needed = description.scratchpad_desc();
    if (needed.get_size() > 0) {
      all.put(DNNL_ARG_SCRATCHPAD, scratch(needed));
    }
    return new Kernel(computation, order, all);
  }

  private memory scratch(memory.desc needed) {
    if (scratchpad == null || scratchpad.get_desc().get_size() < needed.get_size()) {
      memory larger = memory(needed);
      scratchpads.forEach(one -> one.set_data_handle(larger.get_data_handle()));
      if (scratchpad != null) {
        scratchpad.close();
      }
      scratchpad = larger;
    }
    memory shared = new memory(needed, processor, scratchpad.get_data_handle());
    scratchpads.add(shared);
    return shared;
  }

  /** Copies from one layout to another, of one shape. */
  Kernel copy(memory from, memory.desc fromLayout, memory to, memory.desc toLayout) {
    var description = new reorder.primitive_desc(processor, fromLayout, processor, toLayout, attributes(), false);
    return kernel(new reorder(description), description, Map.of(dnnl.DNNL_ARG_FROM, from, dnnl.DNNL_ARG_TO, to));
  }

  @Override
  public void close() {
    for (int i = made.size() - 1; i >= 0; i--) {
      made.get(i).close();
    }
    made.clear();
  }
}
