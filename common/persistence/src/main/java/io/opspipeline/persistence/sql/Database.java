package io.opspipeline.persistence.sql;

import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Statements and transactions over one data source. Every store of this module takes one.
public final class Database {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    private Database(DataSource source) {
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /// The database behind a data source.
    public static Database over(DataSource source) {
        return new Database(source);
    }

    /// Where statements start. Inside [#inTransaction] they belong to the transaction.
    public JdbcClient jdbc() {
        return jdbc;
    }

    /// Does the work in one transaction, or in the one that the caller is in already. Whatever is
    /// thrown undoes all of it.
    public <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }

    /// As [#inTransaction(Supplier)], for work without a result.
    public void inTransaction(Runnable work) {
        transactions.executeWithoutResult(_ -> work.run());
    }

    /// Does the work once the transaction that the caller is in has committed, and never when it is
    /// undone; at once for a caller without one.
    public void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }
}
