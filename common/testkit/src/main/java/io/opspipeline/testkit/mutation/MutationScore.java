package io.opspipeline.testkit.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The mutation score of each package, from PIT's report. PIT itself knows the score of a module
/// only, in which a good package hides a bad one.
public final class MutationScore {

    private final List<PackageScore> packages;

    private MutationScore(List<PackageScore> packages) {
        this.packages = packages;
    }

    /// Prints the table and fails when a package is below the least score.
    ///
    /// @param args PIT's `mutations.xml` and the least score of a package in percent
    public static void main(String[] args) throws IOException {
        MutationScore score = read(Path.of(args[0]));
        boolean isEnough = score.print(Double.parseDouble(args[1]), System.out);
        System.exit(isEnough ? 0 : 1);
    }

    /// Reads PIT's report.
    ///
    /// @throws IOException when the file is not such a report, or tells of no mutant
    static MutationScore read(Path report) throws IOException {
        Map<String, PackageScore> packages = new TreeMap<>();
        NodeList mutations = elements(report);
        for (int i = 0; i < mutations.getLength(); i++) {
            Element mutation = (Element) mutations.item(i);
            String name = packageOf(mutation);
            PackageScore before = packages.getOrDefault(name, new PackageScore(name, 0, 0, 0));
            packages.put(
                    name,
                    before.plus(
                            mutation.getAttribute("detected").equals("true"),
                            mutation.getAttribute("status").equals("TIMED_OUT")));
        }
        if (packages.isEmpty()) {
            throw new IOException(report + " tells of no mutant");
        }
        return new MutationScore(List.copyOf(packages.values()));
    }

    /// Prints a line for each package.
    ///
    /// @param least the score that each package must have, in percent
    /// @return true when each has it
    boolean print(double least, PrintStream out) {
        out.println("| package | mutants | killed | by time-out | score |");
        out.println("|---|---|---|---|---|");
        for (PackageScore each : packages) {
            out.printf(
                    Locale.ROOT,
                    "| `%s` | %d | %d | %d | %.1f %%%s |%n",
                    each.name(),
                    each.mutants(),
                    each.killed(),
                    each.timedOut(),
                    each.percent(),
                    each.percent() < least ? " BELOW " + least : "");
        }
        return packages.stream().allMatch(each -> each.percent() >= least);
    }

    private static NodeList elements(Path report) throws IOException {
        try (InputStream in = Files.newInputStream(report)) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("mutation");
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(report + " is no report of PIT", e);
        }
    }

    private static String packageOf(Element mutation) {
        String type = mutation.getElementsByTagName("mutatedClass").item(0).getTextContent();
        return type.substring(0, type.lastIndexOf('.'));
    }
}
