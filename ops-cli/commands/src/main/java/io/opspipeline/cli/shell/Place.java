package io.opspipeline.cli.shell;

import io.opspipeline.local.up.RunningDatabase;
import io.opspipeline.runtime.setting.RunMode;

/// Where an operator's word goes: a demo's accounts have the same names as those of a broker.
///
/// @param mode of the accounts there
/// @param database its name
public record Place(RunMode mode, String database) {

    static Place of(String database) {
        return new Place(RunningDatabase.modeOf(database), database);
    }

    @Override
    public String toString() {
        return mode + ", database " + database;
    }
}
