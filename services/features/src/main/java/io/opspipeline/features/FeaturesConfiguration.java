package io.opspipeline.features;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.persistence.PostgresPorts;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Features;
import io.opspipeline.ports.store.Splits;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.setting.CurrentSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The map of the service: bars, splits and the universe go in, feature rows come out.
@Configuration(proxyBeanMethods = false)
@Import(PostgresPorts.class)
class FeaturesConfiguration {

    @Bean
    BarHistory barHistory(Bars bars, Splits splits, SessionCalendar calendar) {
        return new BarHistory(bars, splits, calendar);
    }

    @Bean
    FeatureBoard featureBoard(
            BarHistory history,
            Features features,
            SessionCalendar calendar,
            CurrentSettings<FeaturesSettings> settings) {
        return new FeatureBoard(history, features, calendar, settings);
    }

    @Bean
    CoverageRecord coverageRecord() {
        return new CoverageRecord();
    }

    @Bean
    FeaturesJob featuresJob(
            Universe universe,
            FeatureBoard board,
            Features features,
            WakeUps wakeUps,
            CoverageRecord coverage) {
        return new FeaturesJob(universe, board, features, wakeUps, coverage);
    }

    @Bean
    HealthSignal coverageSignal(
            CoverageRecord coverage, CurrentSettings<FeaturesSettings> settings) {
        return new CoverageSignal(coverage, settings);
    }

    @Bean
    HealthSignal freshnessSignal(
            CoverageRecord coverage, CurrentSettings<FeaturesSettings> settings) {
        return new FreshnessSignal(coverage, settings);
    }
}
