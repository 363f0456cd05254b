package io.opspipeline.positionmanager;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.QuoteReading;
import java.util.Map;

/// Takes what the stream of quotes brings.
interface QuoteReader {

    /// Quotes of one frame.
    void sighted(Map<OccSymbol, QuoteReading> quotes);

    /// The stream has connected; what came before is not known.
    void fillGap();
}
