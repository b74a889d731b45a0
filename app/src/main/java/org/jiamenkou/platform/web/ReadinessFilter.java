package org.jiamenkou.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jiamenkou.platform.StartupTasks;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Until the first loading is done, pages say so instead of showing half a city. Once ready, it lets everything pass. */
@Component
@Order(15)
final class ReadinessFilter extends OncePerRequestFilter {
    private final StartupTasks tasks;
    private final Problems problems;

    ReadinessFilter(StartupTasks tasks, Problems problems) {
        this.tasks = tasks;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return tasks.pagesMayBeServed()
                || path.equals("/healthz")
                || path.equals("/readyz")
                || path.startsWith("/assets/")
                || path.startsWith("/manage/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ResponseEntity<?> answer =
                problems.answer(request, HttpStatus.SERVICE_UNAVAILABLE, Problem.of(Problem.Kind.STARTING));
        response.setStatus(answer.getStatusCode().value());
        response.setHeader("Retry-After", "5");
        if (answer.getBody() instanceof byte[] page) {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(page);
        }
    }
}
