package faultslip.data;

import faultslip.data.DataManifest.DataResource;
import java.net.URI;
import java.util.OptionalLong;
import org.apache.commons.codec.digest.DigestUtils;

/** Small resources of a study "tiny" for tests. */
final class Samples {
  private Samples() {}

  /** A resource whose right content is {@code content}; its name is the file name without what follows the point. */
  static DataResource resource(String fileName, byte[] content, URI url, boolean optional) {
    return new DataResource(fileName.replaceAll("\\..*", ""), "A test file", "tiny", "tiny/" + fileName,
        OptionalLong.of(content.length), DigestUtils.sha256Hex(content), url, optional);
  }

  static DataResource resource(String fileName, byte[] content) {
    return resource(fileName, content, URI.create("http://localhost:1/" + fileName), false);
  }

  /** A resource of unknown size. */
  static DataResource ofUnknownSize(DataResource resource) {
    return new DataResource(resource.name(), resource.title(), resource.study(), resource.path(), OptionalLong.empty(),
        resource.sha256(), resource.url(), resource.optional());
  }
}
