package io.opspipeline.testkit;

/// The migrated database that every test database is copied from; one per JVM.
///
/// @param server where it stands
record Template(PostgresServer server) {

    private static final String NAME = "template_migrated";

    /// The one template of this JVM, made at the first call.
    static Template current() {
        return Holder.ONLY;
    }

    /// Makes a database as the template is.
    void copyTo(String database) {
        server.execute("create database " + database + " template " + NAME);
    }

    private static Template migrated() {
        var server = PostgresServer.start();
        server.execute("create database " + NAME);
        Migrations.applyTo(server.dataSource(NAME));
        return new Template(server);
    }

    private static final class Holder {
        static final Template ONLY = migrated();
    }
}
