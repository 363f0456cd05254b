package io.opspipeline.exchange.market.recorded;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.Market;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.NavigableSet;

/// Opens a folder of recorded data.
public final class RecordedMarkets {

    private RecordedMarkets() {}

    /// The market of one day. A folder with an `equity` folder (or `Data/equity`) is read as LEAN's
    /// layout, any other as CSV bars, one file per ticker: `AAPL.csv` or `AAPL.csv.gz` with the
    /// columns timestamp (ISO, with offset), open, high, low, close, volume.
    ///
    /// @param folder where the data is
    /// @param day the session, New York
    /// @param symbols the tickers to read; empty for all that have the day
    /// @param seed of generated chains and of the fill chances
    /// @throws MarketFileException naming the folder, file and row, or symbol that cannot be used
    public static Market open(Path folder, LocalDate day, NavigableSet<Ticker> symbols, long seed) {
        if (!Files.isDirectory(folder)) {
            throw new MarketFileException(folder + ": no such folder");
        }
        Session session =
                SessionCalendar.nyse()
                        .sessionOn(day)
                        .orElseThrow(() ->
                                new MarketFileException(
                                        "%s: %s is not a trading session".formatted(folder, day)));
        return LeanFolder.in(folder)
                .map(lean -> lean.market(session, symbols, seed))
                .orElseGet(() -> new CsvFolder(folder).market(session, symbols, seed));
    }
}
