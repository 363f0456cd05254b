package io.opspipeline.watchlist;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.persistence.PostgresPorts;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.store.Features;
import io.opspipeline.ports.store.Sentiments;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.Watchlist;
import io.opspipeline.runtime.setting.CurrentSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The map of the watchlist service.
@Configuration(proxyBeanMethods = false)
@Import(PostgresPorts.class)
class WatchlistConfiguration {

    @Bean
    CandidatesLoader candidates(
            Universe universe,
            Features features,
            Sentiments sentiments,
            Watchlist watchlist,
            SessionCalendar calendar) {
        return new CandidatesLoader(universe, features, sentiments, watchlist, calendar);
    }

    @Bean
    Job watchlistJob(
            CurrentSettings<WatchlistSettings> settings,
            CandidatesLoader candidates,
            Watchlist watchlist) {
        return new WatchlistJob(settings, candidates, watchlist);
    }
}
