package io.opspipeline.testkit;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives each test a migrated, empty PostgreSQL database of its own, dropped after the test.
///
/// Use: `@ExtendWith(PostgresExtension.class)` on the class, then a parameter of type [DataSource]
/// or [TestDatabase] on the test or its `@BeforeEach` method; both get the same database.
///
/// The server is started once per JVM. The system property `ops.test.postgres` chooses it:
/// `embedded`, `docker`, or `auto` (the default: Docker when its daemon answers).
public final class PostgresExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(PostgresExtension.class);

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == DataSource.class || type == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var database =
                context.getStore(NAMESPACE)
                        .computeIfAbsent(
                                TestDatabase.class, _ -> TestDatabase.create(), TestDatabase.class);
        return parameter.getParameter().getType() == DataSource.class
                ? database.dataSource()
                : database;
    }
}
