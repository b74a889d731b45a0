package org.jiamenkou.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that an upload is too large before anything reads it. Later the form's token, which stands in the same body, would
 * be missing, and the answer would speak of an expired form.
 */
@Component
@Order(-200)
final class UploadLimitFilter extends OncePerRequestFilter {
    private final long mostBytes;
    private final Problems problems;

    UploadLimitFilter(
            @org.springframework.beans.factory.annotation.Value("${spring.servlet.multipart.max-request-size}")
                    DataSize most,
            Problems problems) {
        this.mostBytes = most.toBytes();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() <= mostBytes) {
            chain.doFilter(request, response);
            return;
        }
        ResponseEntity<?> answer =
                problems.answer(request, HttpStatus.CONTENT_TOO_LARGE, Problem.of(Problem.Kind.TOO_LARGE));
        response.setStatus(answer.getStatusCode().value());
        if (answer.getBody() instanceof byte[] page) {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(page);
        }
    }
}
