package org.jiamenkou.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiamenkou.platform.crypto.Sm3;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers of the open interfaces: JSON that any web page may read (CORS), with an entity tag that is checked before anything
 * is read, and problems by RFC 9457.
 */
@Component
class OpenAnswers {
    static final MediaType JSON = MediaType.APPLICATION_JSON;
    private final JsonMapper json = JsonMapper.builder().build();
    private final String node = UUID.randomUUID().toString();

    /** The answer, or 304 when the asker holds it already. */
    ResponseEntity<byte[]> answer(HttpServletRequest request, String state, Supplier<?> body) {
        return answer(request, state, JSON, () -> json.writeValueAsBytes(body.get()));
    }

    ResponseEntity<byte[]> answer(HttpServletRequest request, String state, MediaType type, Supplier<byte[]> body) {
        String tag = tag(request, state);
        boolean held = java.util.Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                .flatMap(line -> java.util.Arrays.stream(line.split(",")))
                .map(String::strip)
                .anyMatch(one -> one.equals(tag) || one.equals("*"));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(held ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        return held ? answer.build() : answer.contentType(type).body(body.get());
    }

    private String tag(HttpServletRequest request, String state) {
        String words = node
                + ' '
                + state
                + ' '
                + request.getHeader(HttpHeaders.HOST)
                + ' '
                + request.getRequestURI()
                + '?'
                + request.getQueryString();
        byte[] hash = Sm3.hash(words.getBytes(StandardCharsets.UTF_8));
        return "W/\"" + java.util.HexFormat.of().formatHex(hash, 0, 12) + "\"";
    }

    ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return problem(ProblemDetail.forStatusAndDetail(status, detail));
    }

    ResponseEntity<ProblemDetail> problem(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    /** Where this program was reached, without a slash at the end. */
    static String base(HttpServletRequest request) {
        String all = request.getRequestURL().toString();
        return all.substring(0, all.length() - request.getRequestURI().length());
    }

    byte[] bytes(Object value) {
        return json.writeValueAsBytes(value);
    }
}
