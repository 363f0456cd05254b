package io.opspipeline.persistence.query;

/// A query was refused or failed; the message is for the person who wrote it.
public final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueryException(String message) {
        super(message);
    }

    QueryException(String message, Throwable cause) {
        super(message, cause);
    }
}
