package faultslip.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Where links of a notebook lead from its page: to the pages of other notebooks, and to files by their way from the
 * page's folder. Pictures become part of the page.
 */
final class PageLinks {
  private static final Map<String, String> PICTURES = Map.of("png", "image/png", "svg", "image/svg+xml", "jpg", "image/jpeg",
      "jpeg", "image/jpeg", "gif", "image/gif");

  private final Path notebooks;
  private final Path pages;
  private final Map<Path, String> pageNames;

  /**
   * @param notebook the links are written in
   * @param pages folder of the page
   * @param pageNames by the absolute, normalised path of a notebook the name of its page
   */
  PageLinks(Path notebook, Path pages, Map<Path, String> pageNames) {
    this.notebooks = notebook.toAbsolutePath().normalize().getParent();
    this.pages = pages.toAbsolutePath().normalize();
    this.pageNames = Map.copyOf(pageNames);
  }

  String link(String destination) {
    int fragment = destination.indexOf('#');
    String path = fragment < 0 ? destination : destination.substring(0, fragment);
    return file(path).map(file -> {
      String page = pageNames.get(file);
      String way = page != null ? page : pages.relativize(file).toString().replace('\\', '/');
      return way + (fragment < 0 ? "" : destination.substring(fragment));
    }).orElse(destination);
  }

  /** @param attachments of the cell, by name */
  String picture(String destination, JsonNode attachments) {
    if (destination.startsWith("attachment:")) {
      JsonNode bundle = attachments.path(destination.substring("attachment:".length()));
      return bundle.properties().stream().findFirst()
          .map(entry -> "data:" + entry.getKey() + ";base64," + entry.getValue().asText().replaceAll("\\s", ""))
          .orElse(destination);
    }
    String type = PICTURES.get(destination.substring(destination.lastIndexOf('.') + 1));
    return file(destination).filter(file -> type != null && Files.isRegularFile(file))
        .map(file -> "data:" + type + ";base64," + base64(file)).orElseGet(() -> link(destination));
  }

  // Empty for what is no file beside the notebook: an address, or a place in the same page.
  private Optional<Path> file(String path) {
    if (path.isEmpty() || path.startsWith("/") || path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(notebooks.resolve(path.replace("%20", " ")).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String base64(Path file) {
    try {
      return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new NotebookException("Cannot read the picture " + file + ": " + e.getMessage() + ".", e);
    }
  }
}
