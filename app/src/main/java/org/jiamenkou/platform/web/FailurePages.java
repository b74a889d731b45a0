package org.jiamenkou.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Failures that never reached a controller (a refused form, a request the server could not read) get the same pages. */
@RestController
final class FailurePages implements ErrorController {
    private final Problems problems;

    FailurePages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    ResponseEntity<?> failure(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        if (status == null) {
            return problems.answer(request, HttpStatus.NOT_FOUND, Problem.of(Problem.Kind.NOT_FOUND));
        }
        Problem.Kind kind = switch (status) {
            case FORBIDDEN -> Problem.Kind.EXPIRED_FORM;
            case NOT_FOUND -> Problem.Kind.NOT_FOUND;
            default -> status.is4xxClientError() ? Problem.Kind.BAD_REQUEST : Problem.Kind.FAULT;
        };
        return problems.answer(request, status, Problem.of(kind));
    }
}
