-- The columns of a contract say what its symbol says: an option row cannot carry the ticker of its stock as the
-- symbol that is priced and sold, nor a call the symbol of a put. Stock trades under its ticker.
alter table dispatch_executions add constraint dispatch_executions_symbol check (
    symbol is null
    or coalesce(
        case instrument_type
            when 'STOCK' then symbol = ticker
            else symbol ~ ('^[A-Z][A-Z0-9]{0,5}' || to_char(expiry, 'YYMMDD') || left(instrument_type, 1)
                           || lpad((strike * 1000)::bigint::text, 8, '0') || '$')
        end, false));
alter table active_positions add constraint active_positions_symbol check (
    coalesce(
        case instrument_type
            when 'STOCK' then symbol = ticker
            else symbol ~ ('^[A-Z][A-Z0-9]{0,5}' || to_char(expiry, 'YYMMDD') || left(instrument_type, 1)
                           || lpad((strike * 1000)::bigint::text, 8, '0') || '$')
        end, false));
