package io.opspipeline.market.option;

import io.opspipeline.domain.instrument.Right;
import io.opspipeline.testkit.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A row of Haug's tables (The Complete Guide to Option Pricing Formulas, 1998).
record PublishedOption(Map<String, String> columns) {

    static List<PublishedOption> read(String file) throws IOException {
        List<String> lines = Files.readAllLines(SharedFiles.require("oracles/" + file));
        String[] names = lines.getFirst().split(",", -1);
        return lines.stream().skip(1).map(line -> of(names, line.split(",", -1))).toList();
    }

    Right right() {
        return Right.valueOf(columns.get("type").toUpperCase(Locale.ROOT));
    }

    double number(String column) {
        return Double.parseDouble(columns.get(column));
    }

    double price() {
        return OptionPricing.price(
                right(),
                number("spot"),
                number("strike"),
                number("t_years"),
                number("r"),
                number("q"),
                number("vol"));
    }

    Greeks greeks() {
        return OptionPricing.greeks(
                right(),
                number("spot"),
                number("strike"),
                number("t_years"),
                number("r"),
                number("q"),
                number("vol"));
    }

    private static PublishedOption of(String[] names, String[] values) {
        Map<String, String> columns = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i], values[i]);
        }
        return new PublishedOption(columns);
    }
}
