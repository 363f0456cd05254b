-- Every denial has one code of a closed set beside its words, so that what follows and what is shown
-- does not hang on words. One type holds the set for both tables. What older rows say in words gets
-- its code; words that no code stands for are a refusal that nobody knew.
create domain denial_code as text check (value in (
    'SIGNAL_EXPIRED', 'SIGNAL_SUPERSEDED', 'ENTRY_WINDOW', 'TRADING_STATE', 'STREAM_READY',
    'SIGNAL_FRESH', 'CONFIDENCE', 'ACTION_ALLOWED', 'DAILY_LOSS', 'MAX_POSITIONS',
    'TICKER_COOLDOWN', 'TICKER_DAILY', 'ACCOUNT_DAILY', 'PACE', 'DUPLICATE_POSITION',
    'CLUSTER', 'ACCOUNT_STATUS', 'NO_EXPIRY', 'NO_CONTRACT', 'SIZE_ZERO',
    'EXIT_ROOM', 'COST', 'MAX_EXPOSURE', 'RISK_BUDGET', 'BUYING_POWER',
    'ENTRIES_STOPPED', 'NO_USABLE_QUOTE', 'ABOVE_PLAN_CEILING', 'LADDER_ENDED', 'WOUND_UP',
    'CLOSE_REPLACED', 'NOT_HELD_AT_BROKER', 'CLOSE_BROKE', 'SESSION_OVER', 'REQUEST_LIMIT',
    'RATE_LIMITED', 'CREDENTIALS_REFUSED', 'REQUEST_FORBIDDEN', 'DATA_NOT_PERMITTED', 'USER_SUSPENDED',
    'ACCOUNT_SUSPENDED', 'LIQUIDATION_ONLY', 'OPTIONS_NOT_APPROVED', 'LEVEL_TOO_LOW', 'ASSET_CLASS_NOT_ALLOWED',
    'UNCOVERED_OPTION', 'UNCOVERED_CALL', 'PUT_NOT_SECURED', 'SHORT_NOT_ALLOWED', 'INSUFFICIENT_QUANTITY',
    'ASSIGNMENT_LOCK', 'INTENT_MISMATCH', 'OPTIONS_BUYING_POWER', 'STOCK_BUYING_POWER', 'DAY_TRADE_BUYING_POWER',
    'DAY_TRADE_RULE', 'WASH_TRADE', 'EXPIRING_LIMIT', 'FEE_TERMS_REFUSED', 'SPREADS_DISABLED',
    'MALFORMED_REQUEST', 'CLIENT_ID_TAKEN', 'CLIENT_ID_INVALID', 'CONTRACT_EXPIRED', 'CONTRACT_EXPIRES_SOON',
    'INDEX_EXPIRY_CLOSED', 'NOT_TRADABLE', 'SYMBOL_UNKNOWN', 'TRADING_HALTED', 'MARKET_CLOSED',
    'PRICE_INCREMENT', 'PRICE_INVALID', 'QUANTITY_INVALID', 'ORDER_TOO_LARGE', 'NOTIONAL_UNSUPPORTED',
    'FRACTION_UNSUPPORTED', 'EXTENDED_HOURS_UNSUPPORTED', 'TIME_IN_FORCE_UNSUPPORTED', 'ORDER_TYPE_UNSUPPORTED', 'ORDER_CLASS_UNSUPPORTED',
    'SPREAD_LEGS_INVALID', 'ORDER_ENDED', 'ORDER_UNKNOWN', 'LEG_NOT_CANCELABLE', 'POSITION_UNKNOWN',
    'NO_EXERCISE_TOO_EARLY', 'NO_EXERCISE_TOO_LATE', 'NO_EXERCISE_UNSUPPORTED', 'ENDPOINT_UNKNOWN', 'BROKER_REFUSED',
    'REJECTED_LATER', 'CANCELED_AT_BROKER', 'EXPIRED_AT_BROKER', 'DONE_FOR_DAY', 'SUSPENDED_AT_BROKER',
    'NO_ANSWER', 'BROKER_TIMEOUT', 'BROKER_ERROR', 'ANSWER_UNREADABLE', 'UNANSWERED_INTENT',
    'SUBMIT_LOST'));

alter table dispatch_executions add column denial denial_code;
alter table orders add column denial denial_code;

create function denial_of(reason text) returns denial_code language sql immutable as $$
    select (case
        when reason in ('EXPIRED', 'SUPERSEDED') then 'SIGNAL_' || reason
        when reason = 'SUBMIT_LOST' then 'SUBMIT_LOST'
        when reason = 'the account may not enter any more' then 'ENTRIES_STOPPED'
        when reason = 'no usable quote' then 'NO_USABLE_QUOTE'
        when reason = 'above the ceiling of the plan price' then 'ABOVE_PLAN_CEILING'
        when reason = 'the ladder ended' then 'LADDER_ENDED'
        when reason = 'wound up after a restart' then 'WOUND_UP'
        when reason = 'found without an answer' then 'UNANSWERED_INTENT'
        when reason = 'replaced' then 'CLOSE_REPLACED'
        when reason = 'duplicate client order id' then 'CLIENT_ID_TAKEN'
        when reason like 'rate limited until %' then 'RATE_LIMITED'
        when reason like 'ended at the broker: CANCELED%' then 'CANCELED_AT_BROKER'
        when reason like 'ended at the broker: EXPIRED%' then 'EXPIRED_AT_BROKER'
        when reason like 'ended at the broker: REJECTED%' then 'REJECTED_LATER'
        else 'BROKER_REFUSED'
    end)::denial_code
$$;

update dispatch_executions set denial = 
    case status when 'SKIPPED' then reason::denial_code else denial_of(reason) end
where status in ('SKIPPED', 'REJECTED', 'UNFILLED', 'EXPIRED', 'SUPERSEDED', 'PARTIAL');

update orders set reason = null where state in ('FILLED', 'SUBMITTED', 'PARTIALLY_FILLED', 'PENDING_CANCEL');
update orders set
    reason = coalesce(reason, state),
    denial = (case
        when state = 'EXPIRED' then 'EXPIRED_AT_BROKER'
        when state = 'IN_DOUBT' and denial_of(reason) = 'BROKER_REFUSED' then 'NO_ANSWER'
        when state = 'REJECTED' and coalesce(reason, '') not like 'refused %' then 'REJECTED_LATER'
        else denial_of(reason)
    end)::denial_code
where reason is not null or state in ('IN_DOUBT', 'EXPIRED', 'REJECTED', 'LOST');

drop function denial_of(text);

alter table dispatch_executions add check (
    (status in ('SKIPPED', 'REJECTED', 'UNFILLED', 'EXPIRED', 'SUPERSEDED', 'PARTIAL')) = (denial is not null));
alter table orders add check ((denial is null) = (reason is null));
alter table orders add check (state not in ('IN_DOUBT', 'EXPIRED', 'REJECTED', 'LOST') or denial is not null);
