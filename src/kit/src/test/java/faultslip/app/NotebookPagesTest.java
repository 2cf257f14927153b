package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import faultslip.FaultslipException;
import faultslip.app.Reproduce.NotebookPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookPagesTest {
  private static final NotebookPages STAND_IN = new NotebookPages(List.of(
      Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"), StandInNbconvert.class.getName()));
  private static final String NOTEBOOK = """
      {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
      {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "$\\\\mu$ of [b](02-b.ipynb#there), [c](03-c.ipynb)"}]}""";

  @TempDir private Path folder;

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void pagesLeadToPagesAndBringTheirFormulas() throws IOException {
    Path a = written("01-a.ipynb", "<a href=\"02-b.ipynb#there\">b</a> <a href=\"03-c.ipynb\">c</a>");
    Path b = written("02-b.ipynb", "b");
    STAND_IN.write(List.of(a, b), folder.resolve("pages"));
    assertThat(folder.resolve("pages/01-a.html")).hasContent("<a href=\"02-b.html#there\">b</a> <a href=\"03-c.ipynb\">c</a>");
    assertThat(folder.resolve("pages/mathjax.js")).content().startsWith("window.MathJax = {").hasSizeGreaterThan(1_000_000);
  }

  @Test
  void whatNbconvertSaysLastIsTold() throws IOException {
    Path empty = written("01-a.ipynb", "");
    assertThatThrownBy(() -> STAND_IN.write(List.of(empty), folder.resolve("pages"))).isInstanceOf(FaultslipException.class)
        .hasMessageContainingAll("exit code 3", "nothing in it").message().doesNotContain("\n");
  }

  @Test
  void theOneOfThisMachineAsksForNothingElsewhere() throws IOException {
    NotebookPages pages = null;
    try {
      pages = NotebookPages.ofThisMachine();
    } catch (FaultslipException e) {
      assertThat(e).hasMessageContaining("environment/install --jupyter");
    }
    assumeTrue(pages != null, "Skipped: no nbconvert here");
    pages.write(List.of(written("01-a.ipynb", NOTEBOOK), written("02-b.ipynb", NOTEBOOK)), folder.resolve("pages"));
    assertThat(folder.resolve("pages/01-a.html")).content()
        .contains("$\\mu$", "src=\"mathjax.js\"", "href=\"02-b.html#there\"").doesNotContain("src=\"http", "src=\"file:", "cdnjs");
  }
}
