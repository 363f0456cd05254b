-- The reason of an outcome is a word to count by: the exit rule, or how the position ended without a fill of ours.
-- What there is to tell of such an end stays with the position, in end_reason.
update outcomes set exit_reason = end_state where end_state <> 'CLOSED';
alter table outcomes add constraint outcomes_exit_reason check (
    exit_reason ~ '^[A-Z_]+$' and (end_state = 'CLOSED' or exit_reason = end_state));
