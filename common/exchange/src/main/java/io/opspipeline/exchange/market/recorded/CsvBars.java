package io.opspipeline.exchange.market.recorded;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Reads one file of CSV bars. Every row is checked; those outside of sessions are left out.
final class CsvBars {

    private static final String HEADER = "timestamp,open,high,low,close,volume";

    private CsvBars() {}

    static List<Bar> read(Path file, Ticker ticker) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(unpacked(file), StandardCharsets.UTF_8))) {
            return read(file, ticker, reader);
        } catch (IOException e) {
            throw MarketFileException.of(file, "cannot be read: " + e.getMessage());
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }

    private static List<Bar> read(Path file, Ticker ticker, BufferedReader reader)
            throws IOException {
        String header = reader.readLine();
        if (!HEADER.equals(header)) {
            throw MarketFileException.at(
                    file.toString(), 1, "header must be '%s', was '%s'".formatted(HEADER, header));
        }
        SessionCalendar calendar = SessionCalendar.nyse();
        List<Bar> bars = new ArrayList<>();
        Instant last = Instant.MIN;
        int row = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            row++;
            Bar bar = bar(file, row, ticker, line);
            if (!bar.start().truncatedTo(ChronoUnit.MINUTES).equals(bar.start())) {
                throw MarketFileException.at(
                        file.toString(), row, bar.start() + " is not the start of a minute");
            }
            if (!bar.start().isAfter(last)) {
                throw MarketFileException.at(
                        file.toString(), row, bar.start() + " is not after the row before");
            }
            last = bar.start();
            if (calendar.isOpen(bar.start())) {
                bars.add(bar);
            }
        }
        return List.copyOf(bars);
    }

    private static Bar bar(Path file, int row, Ticker ticker, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 6) {
            throw MarketFileException.at(
                    file.toString(),
                    row,
                    "has %d columns, not 6: %s".formatted(cells.length, line));
        }
        try {
            return new Bar(
                    ticker,
                    OffsetDateTime.parse(cells[0].replace(' ', 'T')).toInstant(),
                    price(cells[1]),
                    price(cells[2]),
                    price(cells[3]),
                    price(cells[4]),
                    Long.parseLong(cells[5]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw MarketFileException.at(
                    file.toString(), row, "%s in '%s'".formatted(e.getMessage(), line));
        }
    }

    private static Price price(String text) {
        Price price = Price.of(text);
        if (price.isZero()) {
            throw new IllegalArgumentException("a price of zero");
        }
        return price;
    }
}
