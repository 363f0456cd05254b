package io.opspipeline.cli.watch;

import io.opspipeline.cli.market.MarketMoment;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who tells how the services are.
@FunctionalInterface
public interface ServiceLines {

    /// One line a service.
    ///
    /// @param jdbc the current database
    /// @param now market time
    List<ServiceLine> read(JdbcClient jdbc, MarketMoment now);
}
