package io.opspipeline.dispatcher.rules;

import java.math.BigDecimal;
import java.time.Duration;

/// The figures that gates hold an entry against and that are the same for every account (trading
/// rules, section 8).
///
/// @param afterOpen no entry before the open plus this
/// @param beforeClose no entry from the close minus this
/// @param streamAge oldest sign of life of the trade stream
/// @param barAge oldest newest bar of the ticker
/// @param confidenceSwing a swing entry must exceed it
/// @param confidenceDay a day entry must reach it
/// @param confidenceStock a stock entry must exceed it
/// @param dayVolumeRatio a day entry must reach it
/// @param tickerCooldown pause after an entry in the same ticker
/// @param tickerDaily most entries in one ticker and day
/// @param pace pause after any entry
/// @param clusterSize most positions of one sector and direction
/// @param optionsLevel lowest options level that buys calls and puts
/// @param exitRoom least time to the earliest forced exit
/// @param costSwing most a round trip may cost as a share of the plan price, swing
/// @param costDay most a round trip may cost as a share of the plan price, day
/// @param riskBudgetShare share of the money at work that counts against the daily loss limit
public record EntryLimits(
        Duration afterOpen,
        Duration beforeClose,
        Duration streamAge,
        Duration barAge,
        double confidenceSwing,
        double confidenceDay,
        double confidenceStock,
        double dayVolumeRatio,
        Duration tickerCooldown,
        int tickerDaily,
        Duration pace,
        int clusterSize,
        int optionsLevel,
        Duration exitRoom,
        BigDecimal costSwing,
        BigDecimal costDay,
        BigDecimal riskBudgetShare) {}
