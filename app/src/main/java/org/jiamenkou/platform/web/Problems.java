package org.jiamenkou.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Map;
import org.jiamenkou.platform.text.PublicCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * The one place where failures become answers: a page that says what to do next for people, RFC 9457 for programs. A
 * broken invariant gets an incident code, which stands in the log beside the stack trace and nowhere else.
 */
@RestControllerAdvice
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Pages pages;
    private final PageArgument argument;

    Problems(Pages pages, PageArgument argument) {
        this.pages = pages;
        this.argument = argument;
    }

    @ExceptionHandler
    ResponseEntity<?> refused(AccessRefusedException refused, HttpServletRequest request) {
        LOG.info("refused: {} {} ({})", request.getMethod(), request.getRequestURI(), refused.getMessage());
        return answer(request, HttpStatus.NOT_FOUND, Problem.of(Problem.Kind.NOT_ALLOWED));
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        CannotGetJdbcConnectionException.class,
        DataAccessResourceFailureException.class,
        TransactionSystemException.class
    })
    ResponseEntity<?> databaseAway(Exception away, HttpServletRequest request) {
        LOG.warn("the database is away: {} {} ({})", request.getMethod(), request.getRequestURI(), away.getMessage());
        return answer(request, HttpStatus.SERVICE_UNAVAILABLE, Problem.of(Problem.Kind.AWAY));
    }

    @ExceptionHandler
    ResponseEntity<?> notReady(NotReadyException early, HttpServletRequest request) {
        return answer(request, HttpStatus.SERVICE_UNAVAILABLE, Problem.of(Problem.Kind.STARTING));
    }

    @ExceptionHandler
    ResponseEntity<?> tooLarge(MaxUploadSizeExceededException refused, HttpServletRequest request) {
        return answer(request, HttpStatus.CONTENT_TOO_LARGE, Problem.of(Problem.Kind.TOO_LARGE));
    }

    @ExceptionHandler
    ResponseEntity<?> anything(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(request, status, Problem.of(kindOf(status)));
        }
        String incident = PublicCode.random("", 6, RANDOM).value();
        LOG.error("incident {}: {} {}", incident, request.getMethod(), request.getRequestURI(), failure);
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, new Problem(Problem.Kind.FAULT, null, incident));
    }

    private static Problem.Kind kindOf(HttpStatus status) {
        return status == HttpStatus.NOT_FOUND ? Problem.Kind.NOT_FOUND : Problem.Kind.BAD_REQUEST;
    }

    /** The answer in the form the asker reads. */
    ResponseEntity<?> answer(HttpServletRequest request, HttpStatus status, Problem problem) {
        Page page = argument.of(request);
        if (isForProgram(request)) {
            ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                    status, page.t(problem.kind().titleKey()));
            if (problem.incident() != null) {
                detail.setProperty("incident", problem.incident());
            }
            return ResponseEntity.status(status).body(detail);
        }
        return pages.status(status, "ui/problem", page, Map.of("problem", problem));
    }

    private static boolean isForProgram(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/hsds/");
    }
}
