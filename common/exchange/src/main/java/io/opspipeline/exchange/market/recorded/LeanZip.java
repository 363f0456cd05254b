package io.opspipeline.exchange.market.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Reads one of LEAN's zip files: rows of numbers, time first, prices in hundredths of a cent.
final class LeanZip {

    private LeanZip() {}

    /// A row.
    ///
    /// @param file the zip and the entry, for messages
    /// @param number 1 for the first
    /// @param cells as they stand
    record LeanRow(String file, int number, List<String> cells) {

        /// Milliseconds since midnight in New York.
        long time() {
            return whole(0);
        }

        long whole(int column) {
            try {
                return Long.parseLong(cells.get(column));
            } catch (NumberFormatException e) {
                throw MarketFileException.at(
                        file,
                        number,
                        "column %d is '%s', not a whole number"
                                .formatted(column + 1, cells.get(column)));
            }
        }

        boolean has(int column) {
            return !cells.get(column).isEmpty();
        }
    }

    /// The rows of each entry.
    ///
    /// @param columns what every row must have
    /// @throws MarketFileException naming the file, and the row where there is one
    static SortedMap<String, List<LeanRow>> read(Path file, int columns) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            SortedMap<String, List<LeanRow>> rows = new TreeMap<>();
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    rows.put(entry.getName(), rows(file + "!" + entry.getName(), text, columns));
                }
            }
            return rows;
        } catch (IOException e) {
            throw MarketFileException.of(file, "is not a readable zip file: " + e.getMessage());
        }
    }

    private static List<LeanRow> rows(String file, String text, int columns) {
        List<LeanRow> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            List<String> cells = List.of(line.split(",", -1));
            if (cells.size() != columns) {
                throw MarketFileException.at(
                        file, number, "has %d columns, not %d".formatted(cells.size(), columns));
            }
            rows.add(new LeanRow(file, number, cells));
        }
        return rows;
    }
}
