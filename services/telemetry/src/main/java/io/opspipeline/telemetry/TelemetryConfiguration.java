package io.opspipeline.telemetry;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.alpaca.AlpacaPorts;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.persistence.PostgresPorts;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.WakeUps;
import io.opspipeline.ports.market.BarStream;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Capabilities;
import io.opspipeline.ports.store.Heartbeats;
import io.opspipeline.ports.store.OptionHistory;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.ports.store.Splits;
import io.opspipeline.ports.store.TradingHalts;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.telemetry.rules.OptionAnalysisRule;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The map of the telemetry service.
@Configuration(proxyBeanMethods = false)
@Import({PostgresPorts.class, AlpacaPorts.class})
class TelemetryConfiguration {

    @Bean
    MarketData marketData(AlpacaClients alpaca) {
        return alpaca.marketData();
    }

    @Bean
    OptionChains optionChains(AlpacaClients alpaca) {
        return alpaca.optionChains();
    }

    @Bean
    BarStream barStream(AlpacaClients alpaca) {
        return alpaca.barStream();
    }

    @Bean
    CollectedTickers collectedTickers(Universe universe, MarketData marketData) {
        return new CollectedTickers(universe, marketData);
    }

    @Bean
    StreamWatch streamWatch() {
        return new StreamWatch();
    }

    @Bean
    MissedBars missedBars(
            CurrentSettings<TelemetrySettings> settings,
            Bars bars,
            MarketData marketData,
            SessionCalendar calendar,
            CollectedTickers tickers,
            StreamWatch stream,
            WakeUps wakeUps) {
        var healing = new BarHealing(new SessionHealing(bars, marketData), calendar, settings);
        return new MissedBars(tickers, healing, stream, wakeUps);
    }

    @Bean
    ChainSurvey chainSurvey(
            CurrentSettings<TelemetrySettings> settings,
            MarketData marketData,
            OptionChains chains,
            SessionCalendar calendar) {
        return new ChainSurvey(
                marketData, chains, () -> new OptionAnalysisRule(calendar, settings.get().rate()));
    }

    @Bean
    CapabilityProbe capabilityProbe(
            CurrentSettings<TelemetrySettings> settings,
            MarketData marketData,
            OptionChains chains,
            ChainSurvey survey,
            CollectedTickers tickers,
            Capabilities capabilities,
            Provenance written) {
        var probe =
                new CapabilityProbe(
                        marketData,
                        chains,
                        survey,
                        () -> settings.get().quotes().reach(),
                        tickers,
                        capabilities);
        probe.requireFeedsFor(written.mode());
        return probe;
    }

    @Bean
    AfterConnect afterConnect(
            MissedBars missed, CapabilityProbe probe, Timers timers, Clock clock) {
        return new AfterConnect(missed, probe, timers, clock);
    }

    @Bean
    BarIntake barIntake(
            Bars bars,
            TradingHalts halts,
            SessionCalendar calendar,
            WakeUps wakeUps,
            Clock clock,
            MarketData marketData,
            StreamWatch stream,
            AfterConnect afterConnect) {
        return new BarIntake(
                bars, halts, calendar, wakeUps, clock, marketData.feed(), stream, afterConnect);
    }

    @Bean
    BarFeed barFeed(BarStream stream, BarIntake intake, CollectedTickers tickers) {
        return new BarFeed(stream, intake, tickers);
    }

    @Bean
    Job telemetryJob(
            CurrentSettings<TelemetrySettings> settings,
            CollectedTickers tickers,
            BarFeed feed,
            MissedBars missed,
            MarketData marketData,
            Splits splits,
            ChainSurvey survey,
            OptionHistory history,
            CapabilityProbe probe,
            StreamWatch stream,
            Heartbeats heartbeats) {
        return new TelemetryJob(
                tickers,
                feed,
                missed,
                new SplitIntake(marketData, splits),
                new ChainQuoteRecorder(survey, history, () -> settings.get().quotes()),
                probe,
                stream,
                heartbeats);
    }

    @Bean
    Job ivRecordJob(
            CurrentSettings<TelemetrySettings> settings,
            CollectedTickers tickers,
            ChainSurvey survey,
            OptionHistory history) {
        return new IvRecordJob(tickers, survey, history, () -> settings.get().volatility().reach());
    }

    @Bean
    HealthSignal barsFreshness(
            CurrentSettings<TelemetrySettings> settings, Bars bars, CollectedTickers tickers) {
        return new BarsFreshness(bars, tickers, () -> settings.get().oldestBar());
    }

    @Bean
    HealthSignal streamHealth(StreamWatch stream) {
        return new StreamHealth(stream);
    }
}
