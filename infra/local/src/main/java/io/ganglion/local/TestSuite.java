package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * One test class as Surefire or Failsafe reported it.
 *
 * @param unsteady its tests that failed and passed when they ran again
 */
record TestSuite(String className, TestReport.Tally tally, List<String> unsteady) {

  /** The reports in a folder; none when it does not exist. */
  static List<TestSuite> in(Path folder) {
    var suites = new ArrayList<TestSuite>();
    if (!Files.isDirectory(folder)) {
      return suites;
    }
    try (var files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
      for (Path file : files) {
        suites.add(read(file));
      }
      return suites;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestSuite read(Path file) throws IOException {
    try {
      var suite =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getDocumentElement();
      return new TestSuite(
          suite.getAttribute("name"),
          new TestReport.Tally(
              count(suite, "testcase"),
              count(suite, "failure") + count(suite, "error"),
              count(suite, "skipped"),
              Duration.ofMillis(Math.round(seconds(suite) * 1000))),
          unsteady(suite));
    } catch (ParserConfigurationException | SAXException e) {
      throw new StackFailure(file + " is not a test report", e);
    }
  }

  /** Surefire's own totals of a class leave out the classes nested in it, so the cases count. */
  private static int count(Element suite, String element) {
    return suite.getElementsByTagName(element).getLength();
  }

  private static List<String> unsteady(Element suite) {
    var names = new ArrayList<String>();
    var cases = suite.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      var one = (Element) cases.item(i);
      if (count(one, "flakyFailure") + count(one, "flakyError") > 0) {
        names.add(one.getAttribute("classname") + "." + one.getAttribute("name"));
      }
    }
    return names;
  }

  private static double seconds(Element suite) {
    String text = suite.getAttribute("time").replace(",", ""); // Surefire groups thousands
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }
}
