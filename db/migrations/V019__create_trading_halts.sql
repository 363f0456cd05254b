-- What the tape said of trading in a stock: halted, or going on again.
create table trading_halts (
    ticker   text not null,
    at       timestamptz not null,
    is_on    boolean not null,
    reason   text not null,
    primary key (ticker, at)
);
