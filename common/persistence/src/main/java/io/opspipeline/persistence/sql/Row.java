package io.opspipeline.persistence.sql;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One row of a result, read in the words of the domain. A column that must have a value throws
/// when it has none.
public final class Row {

    private final ResultSet result;

    /// The row that a result stands on.
    public Row(ResultSet result) {
        this.result = result;
    }

    /// A text.
    public String text(String column) throws SQLException {
        return present(result.getString(column), column);
    }

    /// A text that may be null.
    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    /// A constant of an enum.
    public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    /// A constant of an enum that may be null.
    public <E extends Enum<E>> Optional<E> optionalConstant(String column, Class<E> type)
            throws SQLException {
        return optionalText(column).map(name -> Enum.valueOf(type, name));
    }

    /// An instant, UTC.
    public Instant instant(String column) throws SQLException {
        return present(result.getObject(column, OffsetDateTime.class), column).toInstant();
    }

    /// An instant that may be null, UTC.
    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /// A day without a time.
    public LocalDate day(String column) throws SQLException {
        return present(result.getObject(column, LocalDate.class), column);
    }

    /// An exact decimal.
    public BigDecimal decimal(String column) throws SQLException {
        return present(result.getBigDecimal(column), column);
    }

    /// An exact decimal that may be null.
    public Optional<BigDecimal> optionalDecimal(String column) throws SQLException {
        return Optional.ofNullable(result.getBigDecimal(column));
    }

    /// A price in dollars per share.
    public Price price(String column) throws SQLException {
        return new Price(decimal(column));
    }

    /// A price that may be null.
    public Optional<Price> optionalPrice(String column) throws SQLException {
        return optionalDecimal(column).map(Price::new);
    }

    /// An amount of dollars.
    public Money money(String column) throws SQLException {
        return new Money(decimal(column));
    }

    /// A stock.
    public Ticker ticker(String column) throws SQLException {
        return new Ticker(text(column));
    }

    /// An account.
    public AccountId account(String column) throws SQLException {
        return new AccountId(text(column));
    }

    /// A whole number; the column is declared not null.
    public int integer(String column) throws SQLException {
        return present(result.getObject(column, Integer.class), column);
    }

    /// A whole number that may be null.
    public OptionalInt optionalInteger(String column) throws SQLException {
        int value = result.getInt(column);
        return result.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /// A large whole number; the column is declared not null.
    public long bigint(String column) throws SQLException {
        return present(result.getObject(column, Long.class), column);
    }

    /// A large whole number that may be null.
    public OptionalLong optionalLong(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// A floating number; the column is declared not null.
    public double number(String column) throws SQLException {
        return present(result.getObject(column, Double.class), column);
    }

    /// A floating number that may be null.
    public OptionalDouble optionalNumber(String column) throws SQLException {
        double value = result.getDouble(column);
        return result.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// Yes or no; the column is declared not null.
    public boolean flag(String column) throws SQLException {
        return present(result.getObject(column, Boolean.class), column);
    }

    private static <T> T present(@org.jspecify.annotations.Nullable T value, String column)
            throws SQLException {
        if (value == null) {
            throw new SQLException("column " + column + " is null");
        }
        return value;
    }
}
